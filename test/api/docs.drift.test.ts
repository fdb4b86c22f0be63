import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { openapiJson } from '../../api/openapi-json.ts';
import { problemStatus } from '../../api/problems.ts';
import { auditKinds } from '../../domain/audit/kinds.ts';

const fileOf = (path: string) => readFile(new URL(`../../${path}`, import.meta.url), 'utf8');

/** Every schema of an object within a document, with where it stands. */
function objectSchemas(node: unknown, at = ''): { at: string; schema: Record<string, unknown> }[] {
  if (node === null || typeof node !== 'object') return [];
  const schema = node as Record<string, unknown>;
  const within = Object.entries(schema).flatMap(([key, value]) => objectSchemas(value, `${at}/${key}`));
  return schema['type'] === 'object' ? [{ at, schema }, ...within] : within;
}

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

  it('lists every kind of audit with its title and when it is recorded', async () => {
    const rows = (await fileOf('docs/audit.md')).matchAll(
      /^\| `(\w+)` +\| (\S+) +\| (always|when refused) +\| \S.* \|$/gm,
    );
    const documented = [...rows].map(([, kind, title, recorded]) => [
      kind,
      title,
      recorded?.replace(' ', '_'),
    ]);
    expect(documented).toEqual(
      Object.entries(auditKinds).map(([kind, { title, recorded }]) => [kind, title, recorded]),
    );
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

  it('hides nothing: an object without named members may have any', async () => {
    // The serializer writes only what a schema names: such an answer would be `{}`.
    const empty = objectSchemas(JSON.parse(await openapiJson())).filter(
      ({ schema }) =>
        !['properties', 'additionalProperties', 'patternProperties'].some((key) => key in schema),
    );
    expect(empty.map(({ at }) => at)).toEqual([]);
  });
});
