import type { Config } from '../config.ts';

export interface Tracing {
  /** Sends what is still here, and ends. */
  close(): Promise<void>;
}

const untraced: Tracing = { close: () => Promise.resolve() };

/** Begins to trace, if the settings say where to. Otherwise OpenTelemetry's SDK is not even loaded. */
export async function startTracing(
  { otlpUrl, percent }: Config['tracing'],
  service: 'api' | 'worker' | 'tongban',
): Promise<Tracing> {
  if (otlpUrl === undefined) return untraced;
  const { openTracing } = await import('./open-tracing.ts');
  return openTracing({ otlpUrl, percent, service });
}
