import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { breakingChanges } from '../../commands/openapi/breaking-changes.ts';
import { withoutCodes } from '../../commands/openapi/problem-codes.ts';
import { lintDocument } from '../../commands/openapi/lint-document.ts';

const text = readFileSync(path.join(import.meta.dirname, '../../api/openapi.json'), 'utf8');

interface Schema {
  required?: string[];
  enum?: string[];
  example?: unknown;
  properties: Record<string, Schema>;
}

interface Operation {
  operationId?: string;
  parameters: object[];
  responses?: Record<string, { content: Record<string, { schema: unknown }> }>;
}

interface Document {
  info: { license?: object };
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

/** The document of one path: comparing all of them takes seconds. */
function excerpt(): string {
  const { paths, ...rest } = JSON.parse(text) as Document;
  return JSON.stringify({ ...rest, paths: { '/v1/cases': paths['/v1/cases'] } });
}

/** The excerpt with one thing changed. */
function changed(change: (document: Document) => void): string {
  const document = JSON.parse(excerpt()) as Document;
  change(document);
  return JSON.stringify(document);
}

/** With which codes a refused body is answered. */
function codesOf(operation: Operation | undefined): string[] {
  const schema = operation?.responses?.['422']?.content['application/problem+json']?.schema;
  if (schema === undefined) throw new Error('the operation has no 422');
  return (schema as { allOf: [object, { properties: { code: { enum: string[] } } }] }).allOf[1].properties
    .code.enum;
}

function schemaOf({ components }: Document, name: string): Schema {
  const schema = components.schemas[name];
  if (schema === undefined) throw new Error(`the document has no ${name}`);
  return schema;
}

describe('what breaks clients of a released document', () => {
  const breaking: Record<string, (document: Document) => void> = {
    'an operation that is gone': ({ paths }) => delete paths['/v1/cases']?.get,
    'something new that a request must say': (document) => {
      const application = schemaOf(document, 'Application');
      application.properties.fax = { properties: {} };
      application.required?.push('fax');
    },
    'something that an answer no longer says': (document) => {
      const shown = schemaOf(document, 'Case');
      delete shown.properties.filing;
      shown.required = shown.required?.filter((name) => name !== 'filing') ?? [];
    },
    'a code that does not come any more': ({ paths }) => {
      const codes = codesOf(paths['/v1/cases']?.post);
      codes.splice(codes.indexOf('application_not_eligible'), 1, 'application_is_eligible');
    },
    'a parameter that must be there': ({ paths }) =>
      paths['/v1/cases']?.get?.parameters.push({ in: 'query', name: 'year', required: true, schema: {} }),
  };

  it.each(Object.entries(breaking))('%s', (_, change) => {
    expect(breakingChanges(excerpt(), changed(change))).not.toEqual([]);
  });

  it.each([
    ['nothing', () => undefined],
    [
      'something more in an answer',
      (document: Document) => (schemaOf(document, 'Case').properties.fax = { properties: {} }),
    ],
    [
      'one more code of an operation',
      ({ paths }: Document) => codesOf(paths['/v1/cases']?.post).push('application_is_eligible'),
    ],
    [
      'a new path',
      ({ paths }: Document) => (paths['/v1/new'] = { get: paths['/v1/cases']?.get ?? { parameters: [] } }),
    ],
  ])('is not %s', (_, change) => {
    expect(breakingChanges(excerpt(), changed(change))).toEqual([]);
  });
});

describe('a document without codes', () => {
  it('may be given them: whoever went by its texts goes by them still', () => {
    const released = JSON.stringify(withoutCodes(JSON.parse(excerpt())));
    expect(breakingChanges(released, excerpt())).toEqual([]);
  });
});

describe('a document that integrators like', () => {
  it('is ours', async () => {
    expect(await lintDocument(text)).toEqual([]);
  });

  it.each([
    [
      'has a name for every operation',
      (document: Document) => delete document.paths['/v1/cases']?.get?.operationId,
    ],
    ['says under what licence', (document: Document) => delete document.info.license],
    [
      'has examples that are right',
      (document: Document) => (schemaOf(document, 'Application').example = { agreed: 'perhaps' }),
    ],
  ])('%s', async (_, change) => {
    expect(await lintDocument(changed(change))).not.toEqual([]);
  });
});

it('every operation that takes a body says that it may be broken, too large, of another type, or wrong', () => {
  const { paths } = JSON.parse(text) as {
    paths: Record<string, Record<string, { operationId: string; requestBody?: object; responses: object }>>;
  };
  const taking = Object.values(paths)
    .flatMap((methods) => Object.values(methods))
    .filter(({ requestBody }) => requestBody !== undefined);
  expect(taking.length).toBeGreaterThan(50);
  for (const { operationId, responses } of taking) {
    expect([operationId, ...Object.keys(responses)]).toEqual(
      expect.arrayContaining([operationId, '400', '413', '415', '422']),
    );
  }
});
