interface Operation {
  readonly operationId?: string;
  readonly responses: object;
  readonly security?: readonly object[];
}

/** The operations of a document, by `<path>/<method>`. */
export function operationsOf(document: unknown): ReadonlyMap<string, Operation> {
  const { paths } = document as {
    readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  };
  return new Map(
    Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => [`${path}/${method}`, operation] as const),
    ),
  );
}
