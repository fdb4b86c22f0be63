import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify';
import type { AuthorityLine } from '../domain/authority/line.ts';
import { findAuthority } from '../domain/authority/table.ts';
import type { UnitLevel } from '../domain/units/unit.ts';
import { callerOf } from './authentication.ts';
import type { ApiDeps } from './deps.ts';
import { Problem } from './problems.ts';

/** Who does it instead of a unit of another level. */
const levelSentences = {
  station: '此项操作由派出所办理。',
  county: '此项操作由县级单位办理。',
  city: '此项操作由市级单位办理。',
  province: '此项操作由省级单位办理。',
} as const satisfies Record<UnitLevel, string>;

/**
 * Holds every route to its line of the policy table, before its body is parsed or anything is read. A route without a
 * line is not registered: the process does not start, and no OpenAPI document comes of it.
 */
export function enforceAuthority(app: FastifyInstance, deps: Pick<ApiDeps, 'units'>): void {
  app.addHook('onRoute', (route) => {
    if (isPublicPage(route)) return;
    const line = lineOf(route);
    if (line.over === 'public') return;
    const before = [route.onRequest ?? []].flat();
    route.onRequest = [...before, (request: FastifyRequest) => requireAuthority(deps, request, line)];
  });
}

/** What is read beside GET by HEAD. */
const reading = ['GET', 'HEAD'];

/**
 * Pages are no operations: the first one, the documentation, what the public reads by what is printed on its papers, and the way in and
 * out. One by one: what is added beneath them is asked for its line.
 */
const publicPages: Readonly<Record<string, readonly string[]>> = {
  '/': reading,
  '/docs': reading,
  '/docs/': reading,
  '/docs/json': reading,
  '/docs/yaml': reading,
  '/docs/static/index.html': reading,
  '/docs/static/swagger-initializer.js': reading,
  '/docs/static/theme/house.css': reading,
  '/docs/static/*': reading,
  '/status': [...reading, 'POST'],
  '/verify': [...reading, 'POST'],
  '/verify/:token': reading,
  '/session/login': reading,
  '/session/callback': reading,
  // Only where a developer starts everything on his own machine.
  '/session/local': [...reading, 'POST'],
  '/session/logout': ['POST'],
  '/session/backchannel-logout': ['POST'],
};

function isPublicPage({ method, url, schema }: RouteOptions): boolean {
  const methods = publicPages[url] ?? [];
  return schema?.hide === true && [method].flat().every((each) => methods.includes(each));
}

/** @throws {Error} that says which line is missing. */
function lineOf({ method, url, schema }: RouteOptions): AuthorityLine {
  const line = findAuthority(schema?.operationId);
  if (line !== undefined) return line;
  const name = schema?.operationId ?? 'no operation id';
  throw new Error(`${String(method)} ${url} (${name}) has no line in domain/authority/table.ts`);
}

/** @throws {Problem} 403 for the wrong role, and for a unit that is none or stands at another level. */
async function requireAuthority(
  { units }: Pick<ApiDeps, 'units'>,
  request: FastifyRequest,
  { roles, level }: AuthorityLine,
): Promise<void> {
  const caller = callerOf(request);
  if (!caller.roles.some((role) => roles.includes(role))) throw new Problem('role_not_allowed');
  const unit = (await units.tree()).get(caller.unitCode);
  if (unit === undefined) {
    throw new Problem('unit_not_allowed', { detail: '您的单位不在单位目录中，请联系系统管理员。' });
  }
  if (level !== undefined && unit.level !== level) {
    throw new Problem('unit_not_allowed', { detail: levelSentences[level] });
  }
}
