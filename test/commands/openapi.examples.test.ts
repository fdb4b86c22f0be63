import { describe, expect, it } from 'vitest';
import document from '../../api/openapi.json' with { type: 'json' };
import { examples } from '../../api/examples/examples.ts';
import { sharedCompilers } from '../../api/shared-compilers.ts';
import { validation } from '../../api/validation.ts';
import { checkNumber } from '../../domain/certificate/numbers.ts';
import { checkIdNumber } from '../../domain/identity/id-number.ts';
import { isRegisterReference, isWrittenAsReference } from '../../domain/register/reference.ts';
import { parsePlainDate } from '../../domain/time/plain-date.ts';

interface MediaType {
  readonly schema: object;
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, { readonly $ref: string }>>;
}

type Content = Readonly<Record<string, MediaType>>;

interface Described {
  readonly operationId: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly schema: object;
    readonly example?: unknown;
  }[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
}

type Example = readonly [name: string, mediaType: MediaType];

const { schemas, responses: sharedResponses, examples: sharedExamples } = document.components;
const operations = Object.values(
  document.paths as unknown as Record<string, Record<string, Described>>,
).flatMap((methods) => Object.values(methods));

const isJson = (type: string) => /^application\/(vnd\..+\+)?json$/.test(type);

function jsonOf(name: string, content: Content = {}): Example[] {
  return Object.entries(content).flatMap(([type, described]) =>
    isJson(type) ? [[`${name} ${type}`, described] as const] : [],
  );
}

const bodies = operations.flatMap(({ operationId, requestBody }) =>
  jsonOf(operationId, requestBody?.content),
);
const answers = operations.flatMap(({ operationId, responses }) =>
  Object.entries(responses)
    .filter(([status]) => status.startsWith('2'))
    .flatMap(([status, { content }]) => jsonOf(`${operationId} ${status}`, content)),
);

/** As the routes have them: by the names that the app knows them by. */
function asRegistered(schema: unknown): object {
  const text = JSON.stringify(schema).replaceAll(/"#\/components\/schemas\/(\w+)"/g, '"$1#"');
  return JSON.parse(text) as object;
}

const registered = Object.fromEntries(
  Object.entries(schemas).map(([$id, schema]) => [$id, { ...asRegistered(schema), $id }]),
);
const compileValidator = sharedCompilers.buildValidator(registered, validation);
const compileSerializer = sharedCompilers.buildSerializer(registered);

/** What the route's own validator finds wrong with an example. */
function faultsOf({ schema, example }: MediaType): unknown {
  const validate = compileValidator({ schema: asRegistered(schema), method: 'POST', url: '/' });
  // Defaults are filled in: what is asked about is kept apart.
  return validate(structuredClone(example)) === true ? [] : (validate as { errors?: unknown }).errors;
}

/** What the route's own serializer makes of an example: it drops what the schema does not know. */
function sent({ schema, example }: MediaType): unknown {
  const serialize = compileSerializer({ schema: asRegistered(schema), method: 'GET', url: '/' } as never);
  return JSON.parse(serialize(structuredClone(example)));
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

describe('every operation shows', () => {
  it('what it is asked, wherever that is JSON', () => {
    expect(bodies.length).toBeGreaterThan(50);
    expect(bodies.filter(([, { example }]) => example === undefined).map(([name]) => name)).toEqual([]);
  });

  it('what it answers, wherever that is JSON', () => {
    expect(answers.length).toBeGreaterThan(130);
    expect(answers.filter(([, { example }]) => example === undefined).map(([name]) => name)).toEqual([]);
  });

  it('nothing that it is not asked and does not answer', () => {
    const shown = Object.values(examples).reduce(
      (sum, { body, answers: answered = {} }) =>
        sum + (body === undefined ? 0 : 1) + Object.keys(answered).length,
      0,
    );
    expect(shown).toBe(bodies.length + answers.length);
  });

  it('what stands in its path and its headers', () => {
    const silent = operations.flatMap(({ operationId, parameters = [] }) =>
      parameters
        .filter(({ schema, example }) => {
          const isText = 'type' in schema && schema.type === 'string';
          return isText && example === undefined && !('enum' in schema) && !('examples' in schema);
        })
        .map(({ name }) => `${operationId} ${name}`),
    );
    // Pages are asked for by what the page before says; days and instants show by their format what they are.
    expect(silent.filter((name) => !/ (cursor|from|to|caseNo)$/.test(name))).toEqual([]);
  });

  it('what each of its problems looks like', () => {
    const shown = operations.flatMap(({ responses }) =>
      Object.values({ ...sharedResponses, ...responses } as Described['responses']).flatMap(
        ({ content = {} }) => {
          const problem = content['application/problem+json'];
          return problem === undefined ? [] : [problem];
        },
      ),
    );
    for (const { example, examples: several = {} } of shown) {
      const named = Object.values(several).map(({ $ref }) => $ref.slice('#/components/examples/'.length));
      expect([example, ...named].filter((each) => each !== undefined).length).toBeGreaterThan(0);
      for (const name of named) expect(sharedExamples).toHaveProperty(name);
    }
  });
});

describe('an example is what the API', () => {
  it.each(bodies)('takes: %s', (_, mediaType) => {
    expect(faultsOf(mediaType)).toEqual([]);
  });

  it.each(answers)('answers: %s', (_, mediaType) => {
    expect(faultsOf(mediaType)).toEqual([]);
    expect(sent(mediaType)).toEqual(mediaType.example);
  });

  it.each(Object.entries(sharedExamples))('refuses with: %s', (code, { value }) => {
    expect(faultsOf({ schema: { $ref: 'Problem#' }, example: value })).toEqual([]);
    expect(value).toMatchObject({ code });
  });
});

it('the numbers of the examples bear the right check characters', () => {
  const texts = textsIn([...bodies, ...answers].map(([, { example }]) => example));
  const numbers = new Set(texts.filter((text) => /^[0-9]{12}20\d{6}[0-9A-Z]{6}$/.test(text)));
  const people = new Set(texts.filter((text) => /^\d{17}[\dX]$/.test(text)));
  expect([numbers.size, people.size]).toEqual([4, 1]);
  for (const number of numbers) expect(checkNumber(number)).toMatchObject({ valid: true });
  for (const idNumber of people) {
    expect(checkIdNumber(idNumber, parsePlainDate('2026-11-25'))).toMatchObject({ valid: true });
  }
  const references = texts.filter(isWrittenAsReference);
  expect(references.length).toBeGreaterThan(0);
  expect(references.filter((reference) => !isRegisterReference(reference))).toEqual([]);
});
