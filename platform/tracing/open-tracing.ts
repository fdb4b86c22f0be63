import { context, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import { within } from '../within.ts';

const closeLimitMs = 3000;

interface TracingOptions {
  /** The collector's OTLP over HTTP. */
  readonly otlpUrl: string;
  /** Of the traces that begin here; one that another process of ours began is kept as it decided. */
  readonly percent: number;
  readonly service: string;
}

/** Loads OpenTelemetry's SDK and sends what is traced to a collector. */
export function openTracing({ otlpUrl, percent, service }: TracingOptions) {
  const exporter = new OTLPTraceExporter({ url: `${otlpUrl.replace(/\/$/, '')}/v1/traces` });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': `tongban-${service}`, 'process.pid': process.pid }),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(percent / 100) }),
    spanProcessors: [new BatchSpanProcessor({ exporter })],
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  trace.setGlobalTracerProvider(provider);
  return {
    // A collector that is away does not keep a process: what it has not taken by then is lost.
    close: () => within(closeLimitMs, provider.shutdown(), () => new Error()).catch(() => undefined),
  };
}
