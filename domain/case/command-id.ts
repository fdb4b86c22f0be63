declare const commandIdBrand: unique symbol;

/** Identity of one person's act; a repeat carries the same one. What the act says stands in Postgres under it. */
export type CommandId = string & { readonly [commandIdBrand]: true };
