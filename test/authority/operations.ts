import document from '../../api/openapi.json' with { type: 'json' };

/** A JSON schema, as far as tests read it. */
export interface Schema {
  readonly $ref?: string;
  readonly anyOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly type?: string | readonly string[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
}

interface Described {
  readonly operationId: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly schema: Schema;
  }[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema: Schema; readonly example?: unknown }>>;
  };
}

/** An operation of the committed OpenAPI document. */
export interface Operation extends Described {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  /** The other form in which it is asked for. */
  readonly format?: 'csv';
}

const paths = document.paths as unknown as Record<string, Record<string, Described>>;

export const operations: readonly Operation[] = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, described]) => ({
    ...described,
    method: method.toUpperCase() as Operation['method'],
    path,
  })),
);

/** Every operation in every form in which it answers: what a table shows is held to the same lines. */
export const forms: readonly Operation[] = [
  ...operations,
  ...operations.filter(hasTable).map((operation) => ({ ...operation, format: 'csv' as const })),
];

function hasTable({ parameters = [] }: Operation): boolean {
  return parameters.some(({ name, schema }) => name === 'format' && schema.enum?.includes('csv') === true);
}

/** How a form is called, for people. */
export function nameOf({ operationId, format }: Operation): string {
  return format === undefined ? operationId : `${operationId} as ${format}`;
}
