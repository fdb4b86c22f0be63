import { describe, expect, it } from 'vitest';
import { exportedIn, faultsOf } from './promql.ts';

const exported = exportedIn(`# TYPE requests_total counter
requests_total{route="/v1/{x}",status="200"} 3
open_cases 1
`);

describe('the check of expressions', () => {
  it.each([
    ['sum by (route) (rate(requests_total{status=~"5.."}[$__rate_interval]))', []],
    ['up{job="api"} == 0 and max(open_cases) > 3', []],
    ['sum(rate(request_total[5m]))', ['no metric request_total']],
    ['requests_total{code="500"}', ['requests_total has no label code']],
    ['sum by (method) (requests_total)', ['no label method']],
    ['sum(requests_total', ['does not parse at 18']],
  ])('%s', (expression, faults) => {
    expect(faultsOf(expression, exported)).toEqual(faults);
  });
});
