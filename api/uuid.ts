const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a text can be an id as Postgres writes it: another would be refused as a value. */
export function isUuid(text: string): boolean {
  return uuid.test(text);
}
