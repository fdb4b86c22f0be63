import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { openapiJson } from '../../api/openapi-json.ts';
import { problemStatus } from '../../api/problem-status.ts';
import { auditKinds } from '../../domain/audit/kinds.ts';
import { itemProblems } from '../../api/submission/bulk.ts';
import { acts } from '../../domain/case/acts.ts';
import { actRefusals } from '../../domain/case/refusals.ts';
import type { ErrorCode } from '../../domain/errors.ts';

const fileOf = (path: string) => readFile(new URL(`../../${path}`, import.meta.url), 'utf8');

/** Every schema of an object within a document, with where it stands. */
function objectSchemas(node: unknown, at = ''): { at: string; schema: Record<string, unknown> }[] {
  if (node === null || typeof node !== 'object') return [];
  const schema = node as Record<string, unknown>;
  const within = Object.entries(schema).flatMap(([key, value]) => objectSchemas(value, `${at}/${key}`));
  return schema['type'] === 'object' ? [{ at, schema }, ...within] : within;
}

interface Response {
  readonly $ref?: string;
  readonly headers?: object;
  readonly content?: Readonly<
    Record<
      string,
      {
        readonly schema: {
          readonly allOf?: readonly [
            object,
            { readonly properties: { readonly code: { enum: readonly ErrorCode[] } } },
          ];
        };
      }
    >
  >;
}

interface Operation {
  readonly operationId?: string;
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly responses: Readonly<Record<string, Response>>;
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly responses: Readonly<Record<string, Response>> };
}

/** The codes of an operation, by status. */
function codesOf({ responses }: Operation, { components }: Document): [string, readonly ErrorCode[]][] {
  return Object.entries(responses)
    .filter(([status]) => status >= '400')
    .map(([status, { $ref, content }]) => {
      const shared = components.responses[$ref?.split('/').at(-1) ?? ''];
      const problem = ($ref === undefined ? content : shared?.content)?.['application/problem+json'];
      return [status, problem?.schema.allOf?.[1].properties.code.enum ?? []];
    });
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

  it('names every operation once and gives its errors as problems, each status with its own codes', async () => {
    const document = JSON.parse(await openapiJson()) as Document;
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
    const ids = operations.map(({ operationId }) => operationId);
    expect(ids).toContain('submitApplication');
    expect(new Set(ids).size).toBe(operations.length);
    for (const operation of operations) {
      const { operationId, summary, tags } = operation;
      expect(summary, operationId).toMatch(/\p{Script=Han}/u);
      expect(tags, operationId).toHaveLength(1);
      for (const [status, codes] of codesOf(operation, document)) {
        expect(codes.length, operationId).toBeGreaterThan(0);
        expect(
          codes.map((code) => String(problemStatus[code])),
          operationId,
        ).toEqual(codes.map(() => status));
      }
    }
  });

  it('declares Retry-After of every answer that says to come again later', async () => {
    const document = JSON.parse(await openapiJson()) as Document;
    const answers = Object.values(document.paths)
      .flatMap((path) => Object.values(path))
      .flatMap(({ operationId = '', responses }) =>
        ['429', '503'].flatMap((status) => {
          const found = responses[status];
          return found === undefined ? [] : [{ operationId, status, ...found }];
        }),
      );
    expect(answers.length).toBeGreaterThan(100);
    const silent = answers.filter(({ $ref, headers }) => {
      const shared = document.components.responses[$ref?.split('/').at(-1) ?? ''];
      return !Object.hasOwn(($ref === undefined ? headers : shared?.headers) ?? {}, 'Retry-After');
    });
    expect(silent).toEqual([]);
  });

  it('knows each code from an operation that may answer with it', async () => {
    const document = JSON.parse(await openapiJson()) as Document;
    const known = Object.values(document.paths)
      .flatMap((path) => Object.values(path))
      .flatMap((operation) => codesOf(operation, document).flatMap(([, codes]) => codes));
    // A browser and a provider are told these, whose steps are not in the document.
    const ofSteps: ErrorCode[] = ['login_failed', 'invalid_logout_token'];
    // An application is accepted once for each key: whoever sends it again is told its number.
    const ofWorkflows: ErrorCode[] = ['case_already_accepted'];
    // What is no request yet, or none that arrives, is of no operation.
    const ofConnections: ErrorCode[] = ['headers_too_large', 'request_timeout', 'expectation_failed'];
    const codes = new Set([...known, ...itemProblems, ...ofSteps, ...ofWorkflows, ...ofConnections]);
    expect([...codes].sort()).toEqual(Object.keys(problemStatus).sort());
  });

  it('says of each act with what it may be refused, and of no other', async () => {
    const document = JSON.parse(await openapiJson()) as Document;
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
    for (const act of acts) {
      const operation = operations.find(({ operationId }) => operationId === `${act}Case`);
      const conflicts = operation && new Map(codesOf(operation, document)).get('409');
      expect(conflicts, act).toEqual(['act_not_allowed', 'case_paused', ...actRefusals[act]].sort());
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
