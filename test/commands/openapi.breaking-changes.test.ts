import { describe, expect, it } from 'vitest';
import { breakingChanges } from '../../commands/openapi/breaking-changes.ts';

interface Schema {
  type?: string | string[];
  enum?: string[];
  format?: string;
  anyOf?: object[];
  maximum?: number;
  maxLength?: number;
  required?: string[];
  additionalProperties?: boolean;
  properties?: Record<string, Schema>;
}

const shownSchema: Schema = {
  type: 'object',
  required: ['status'],
  properties: {
    status: { type: 'string', enum: ['open', 'closed'] },
    closedAt: { type: 'string', format: 'date-time' },
    holder: { anyOf: [{ type: 'string' }, { type: 'null' }] },
    version: { type: 'integer' },
  },
};

const askedSchema: Schema = {
  type: 'object',
  additionalProperties: false,
  required: ['kind'],
  properties: {
    kind: { type: 'string', enum: ['one', 'two'] },
    count: { type: 'number', maximum: 10 },
    remarks: { type: 'string' },
  },
};

const json = (schema: object) => ({ 'application/json': { schema } });
const shown = { $ref: '#/components/schemas/Thing' };

/** A small API: things are read and added. */
function original() {
  return {
    openapi: '3.1.0',
    info: { title: 'Things', version: '1' },
    security: [{ bearer: [] }, { session: [] }],
    paths: {
      '/v1/things': {
        get: {
          operationId: 'listThings' as string | undefined,
          parameters: [{ name: 'sort', in: 'query', required: false, schema: { type: 'string' } }],
          responses: { 200: { description: 'Things', content: json(shown) } } as Record<string, object>,
        },
        post: {
          operationId: 'addThing',
          requestBody: { content: json({ $ref: '#/components/schemas/NewThing' }) },
          responses: { 201: { description: 'Added', content: json(shown) } } as Record<string, object>,
        },
      },
      '/v1/health': {
        get: {
          operationId: 'getHealth',
          security: [] as object[],
          responses: { 204: { description: 'Well' } },
        },
      },
    },
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' } as object,
        session: { type: 'apiKey', in: 'cookie', name: 'session' },
      },
      schemas: { Thing: structuredClone(shownSchema), NewThing: structuredClone(askedSchema) },
    },
  };
}

type Document = ReturnType<typeof original>;
type Change = (document: Document) => void;

function found(change: Change): string[] {
  const document = original();
  change(document);
  return breakingChanges(JSON.stringify(original()), JSON.stringify(document));
}

const things = ({ paths }: Document) => paths['/v1/things'];
const answer = ({ components }: Document) => ({ properties: {}, ...components.schemas.Thing });
const body = ({ components }: Document) => ({ properties: {}, ...components.schemas.NewThing });
const field = (of: { properties: Record<string, Schema> }, name: string) => of.properties[name] ?? {};
const withRequired = (schema: Schema, ...names: string[]) => (schema.required = names);

const breaking: Record<string, Change> = {
  'a path that is gone': ({ paths }) => Reflect.deleteProperty(paths, '/v1/health'),
  'a method that is gone': (document) => Reflect.deleteProperty(things(document), 'post'),
  'a status that is gone': (document) =>
    (things(document).post.responses = { 202: { description: 'Later' } }),
  'another form of an answer': (document) =>
    (things(document).get.responses = { 200: { description: 'None' } }),
  'an operation of another name': (document) => (things(document).get.operationId = 'getThings'),
  'an operation without its name': (document) => (things(document).get.operationId = undefined),
  'a scheme of security that is gone': ({ components }) =>
    Reflect.deleteProperty(components.securitySchemes, 'session'),
  'another scheme of security by the same name': ({ components }) =>
    (components.securitySchemes.bearer = { type: 'http', scheme: 'basic' }),
  'a way in that is not taken any more': (document) => document.security.pop(),
  'a token for what was open to all': ({ paths }) => (paths['/v1/health'].get.security = [{ bearer: [] }]),
  'a field that an answer lacks': (document) => {
    Reflect.deleteProperty(answer(document).properties, 'status');
    withRequired(document.components.schemas.Thing);
  },
  'an optional field that no answer has': (document) =>
    Reflect.deleteProperty(answer(document).properties, 'closedAt'),
  'a field that an answer may lack': (document) => withRequired(document.components.schemas.Thing),
  'one more value in an answer': (document) => field(answer(document), 'status').enum?.push('lost'),
  'another type in an answer': (document) => (field(answer(document), 'version').type = 'string'),
  'a wider type in an answer': (document) => (field(answer(document), 'version').type = 'number'),
  'another format in an answer': (document) => (field(answer(document), 'closedAt').format = 'date'),
  'one more alternative in an answer': (document) =>
    field(answer(document), 'holder').anyOf?.push({ type: 'integer' }),
  'a value that a body may not have': (document) => field(body(document), 'kind').enum?.pop(),
  'a field that a body must have': (document) => {
    body(document).properties['name'] = { type: 'string' };
    withRequired(document.components.schemas.NewThing, 'kind', 'name');
  },
  'a field that a body must have from now on': (document) =>
    withRequired(document.components.schemas.NewThing, 'kind', 'count'),
  'a field that a body may not have': (document) =>
    Reflect.deleteProperty(body(document).properties, 'remarks'),
  'a narrower range in a body': (document) => (field(body(document), 'count').maximum = 5),
  'a new bound in a body': (document) => (field(body(document), 'remarks').maxLength = 5),
  'a narrower type in a body': (document) => (field(body(document), 'count').type = 'integer'),
  'a parameter that must be there': (document) =>
    things(document).get.parameters.push({
      name: 'year',
      in: 'query',
      required: true,
      schema: { type: 'string' },
    }),
  'a parameter that is gone': (document) => things(document).get.parameters.pop(),
};

const harmless: Record<string, Change> = {
  'nothing at all': () => undefined,
  'a new path': ({ paths }) =>
    Object.assign(paths, { '/v1/new': { get: { ...paths['/v1/health'].get, operationId: 'getNew' } } }),
  'one more status': (document) => (things(document).post.responses['202'] = { description: 'Later' }),
  'one more way in': (document) => document.security.push({ key: [] } as never),
  'no token for what asked for one': (document) => Object.assign(things(document).get, { security: [] }),
  'a new optional field of an answer': (document) =>
    (answer(document).properties['colour'] = { type: 'string' }),
  'a new field that every answer has': (document) => {
    answer(document).properties['colour'] = { type: 'string' };
    withRequired(document.components.schemas.Thing, 'status', 'colour');
  },
  'a field that every answer has from now on': (document) =>
    withRequired(document.components.schemas.Thing, 'status', 'version'),
  'fewer values in an answer': (document) => field(answer(document), 'status').enum?.pop(),
  'one more value that a body may have': (document) => field(body(document), 'kind').enum?.push('three'),
  'a new field that a body may have': (document) => (body(document).properties['name'] = { type: 'string' }),
  'a field that a body may lack': (document) => withRequired(document.components.schemas.NewThing),
  'a wider range in a body': (document) => (field(body(document), 'count').maximum = 50),
  'better words': ({ components, info }) => {
    Object.assign(info, { description: 'Things of all kinds' });
    Object.assign(components.schemas.Thing, { description: 'A thing' });
    Object.assign(components.securitySchemes.bearer, { description: 'A token' });
  },
  'an example': (document) =>
    Object.assign(document.components.schemas.Thing, { examples: [{ status: 'open' }] }),
};

describe('clients of a released document are broken by', () => {
  it.each(Object.entries(breaking))('%s', (_, change) => {
    expect(found(change)).not.toEqual([]);
  });
});

describe('clients of a released document are not broken by', () => {
  it.each(Object.entries(harmless))('%s', (_, change) => {
    expect(found(change)).toEqual([]);
  });
});
