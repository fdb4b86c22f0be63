import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from '@fastify/type-provider-typebox';
import type { LocalLogin } from '../../platform/identity/local-login.ts';
import { requireSameOrigin } from '../cross-site.ts';
import type { ApiDeps } from '../deps.ts';
import { ownAddress } from '../own-address.ts';
import { localLoginPage } from '../pages/local-login-page.ts';
import { basePathOf, sendPage, takeForms } from '../pages/page.ts';
import { Problem } from '../problems.ts';

const path = '/session/local';
const token = Type.String({ pattern: '^[\\w-]{43}$' });
const choice = { state: token, challenge: token };
const schema = { hide: true, security: [] };

/** The page of the local login, on which a developer says who he is; not there where a provider is. */
export function localLoginRoutes(deps: ApiDeps, localLogin: LocalLogin): FastifyPluginAsyncTypebox {
  return (app) => {
    takeForms(app);
    app.get(path, { schema: { ...schema, querystring: Type.Object(choice) } }, async (request, reply) => {
      const units = await deps.units.tree();
      const people = localLogin.people.map((person) => ({
        ...person,
        unitName: units.get(person.unitCode)?.name ?? person.unitCode,
      }));
      const base = basePathOf(deps.publicUrl);
      return sendPage(reply, localLoginPage({ base, people, ...request.query }));
    });

    const body = Type.Object({ ...choice, person: Type.String() });
    app.post(path, { schema: { ...schema, body }, bodyLimit: 2048 }, (request, reply) => {
      requireSameOrigin(request, deps.publicUrl);
      const { person, state, challenge } = request.body;
      const code = localLogin.choose(person, { state, challenge });
      if (code === undefined) throw new Problem('not_found');
      const onward = new URLSearchParams({ code, state });
      return reply.redirect(`${ownAddress(deps, request, '/session/callback')}?${onward.toString()}`, 303);
    });
    return Promise.resolve();
  };
}
