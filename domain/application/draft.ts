import { acceptingRoles } from '../case/acts.ts';
import type { CommandId } from '../case/command-id.ts';
import type { Role } from '../roles.ts';

declare const draftIdBrand: unique symbol;

/** Identity of a draft: the request that made it, so that a repeat finds it again. */
export type DraftId = CommandId & { readonly [draftIdBrand]: true };

/** A UUID, or the digest of an idempotency key. */
export const draftIdPattern = '^[0-9a-f-]{32,36}$';

/** Whether the text has the form of a draft's id. */
export function isDraftId(text: string): text is DraftId {
  return new RegExp(draftIdPattern).test(text);
}

/** A draft that nobody has touched for so many days is no longer shown, and deleted [policy]. */
export const draftDays = 30;

/** An auxiliary may type an application in; to accept it is a sworn officer's [§8]. */
export const draftingRoles: readonly Role[] = ['auxiliary', ...acceptingRoles];
