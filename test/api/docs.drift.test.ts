import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { openapiJson } from '../../api/openapi-json.ts';
import { problemStatus } from '../../api/problems.ts';

const fileOf = (path: string) => readFile(new URL(`../../${path}`, import.meta.url), 'utf8');

interface Operation {
  readonly operationId?: string;
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly responses: Readonly<Record<string, { content?: Readonly<Record<string, unknown>> }>>;
}

describe('what is written about the API', () => {
  it('lists every error code with its status', async () => {
    const rows = (await fileOf('docs/errors.md')).matchAll(/^\| `(\w+)` +\| (\d{3}) +\| \S.* \| \S.* \|$/gm);
    const documented = Object.fromEntries([...rows].map(([, code = '', status]) => [code, Number(status)]));
    expect(documented).toEqual(problemStatus);
  });

  it('is the committed OpenAPI document, made alike each time', async () => {
    const document = await openapiJson();
    expect(await openapiJson()).toBe(document);
    expect(await fileOf('api/openapi.json'), 'npm run openapi:write').toBe(document);
  });

  it('names every operation once and gives its errors as problems', async () => {
    const { paths } = JSON.parse(await openapiJson()) as { paths: Record<string, Record<string, Operation>> };
    const operations = Object.values(paths).flatMap((path) => Object.values(path));
    const ids = operations.map(({ operationId }) => operationId);
    expect(ids).toContain('submitApplication');
    expect(new Set(ids).size).toBe(operations.length);
    for (const { operationId, summary, tags, responses } of operations) {
      expect(summary, operationId).toMatch(/\p{Script=Han}/u);
      expect(tags, operationId).toHaveLength(1);
      const errors = Object.entries(responses).filter(([status]) => status >= '400');
      expect(
        errors.every(([, { content }]) => content?.['application/problem+json'] !== undefined),
        operationId,
      ).toBe(true);
    }
  });
});
