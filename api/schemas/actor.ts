import { Type, type Static } from '@fastify/type-provider-typebox';
import type { Actor } from '../../domain/case/command.ts';
import { roleTitles } from '../../domain/roles.ts';

/** Who did something: an officer by number, in a role, at a unit. */
export const ActorSchema = Type.Object({
  officerId: Type.String(),
  role: Type.String(),
  roleTitle: Type.String(),
  unitCode: Type.String(),
});

export function actorView(actor: Actor): Static<typeof ActorSchema> {
  return { ...actor, roleTitle: roleTitles[actor.role] };
}
