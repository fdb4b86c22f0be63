/** The operation of a route. @throws {Error} for one that has no id. */
export function operationOf(schema: unknown): string {
  const { operationId } = Object(schema) as { readonly operationId?: string };
  if (operationId === undefined) throw new Error('a route of the API names its operation');
  return operationId;
}
