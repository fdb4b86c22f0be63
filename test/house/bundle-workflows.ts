import type { WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { bundleWorkflowCode } from '@temporalio/worker';

const bundles = new Map<string, Promise<WorkflowBundleWithSourceMap>>();

/** Workflow code, bundled once per test process: every scenario has a worker of its own. */
export function bundleWorkflows(
  source: URL,
  workflowInterceptorModules: string[] = [],
): Promise<WorkflowBundleWithSourceMap> {
  const known = bundles.get(source.pathname);
  if (known !== undefined) return known;
  const nothing = () => undefined;
  const logger = {
    log: nothing,
    trace: nothing,
    debug: nothing,
    info: nothing,
    warn: nothing,
    error: console.error,
  };
  const traceContext = new URL('../../workflows/trace-context.ts', import.meta.url).pathname;
  const bundle = bundleWorkflowCode({
    workflowsPath: source.pathname,
    workflowInterceptorModules: [traceContext, ...workflowInterceptorModules],
    logger,
  });
  bundles.set(source.pathname, bundle);
  return bundle;
}
