import type { RouteOptions } from 'fastify';
import { findAuthority } from '../domain/authority/table.ts';
import type { Act } from '../domain/case/acts.ts';
import { acts } from '../domain/case/acts.ts';
import { actRefusals } from '../domain/case/refusals.ts';
import type { ErrorCode } from '../domain/errors.ts';
import { roles } from '../domain/roles.ts';
import { IfMatchHeaders } from './etag.ts';
import { alwaysAnswered } from './hardening.ts';

declare module 'fastify' {
  interface FastifySchema {
    /** The codes of an operation beside those that follow from what it is. */
    problems?: readonly ErrorCode[];
  }
}

/** What the rules see of a route. */
export interface DescribedRoute extends Pick<RouteOptions, 'method' | 'url'> {
  readonly schema: RouteOptions['schema'] | undefined;
}

interface Properties {
  readonly properties?: Readonly<Record<string, object>>;
}

interface Rule {
  readonly holds: (route: DescribedRoute) => boolean;
  readonly codes: readonly ErrorCode[];
}

/** The codes that follow from what a route is: no route names them. */
const rules: readonly Rule[] = [
  { holds: () => true, codes: ['internal_error'] },
  // Whoever is too busy says so before he looks at what is asked.
  { holds: ({ url }) => !alwaysAnswered.includes(url), codes: ['service_unavailable'] },
  {
    holds: hasCaller,
    codes: [
      ...(['unauthenticated', 'insufficient_user_authentication', 'account_locked'] as const),
      ...(['roles_not_separated', 'unit_not_allowed', 'too_many_requests'] as const),
    ],
  },
  { holds: (route) => hasCaller(route) && !isForEveryRole(route), codes: ['role_not_allowed'] },
  { holds: (route) => hasCaller(route) && changes(route), codes: ['cross_site_request'] },
  // Such an address may be badly encoded, or too long to be one.
  { holds: ({ url }) => url.includes('/:'), codes: ['malformed_request'] },
  { holds: ({ url }) => url.includes('/:caseNo'), codes: ['case_not_found'] },
  { holds: takesBody, codes: ['malformed_request', 'body_too_large', 'unsupported_media_type'] },
  { holds: isValidated, codes: ['validation_failed'] },
  {
    holds: (route) => headerOf(route, 'idempotency-key') !== undefined,
    codes: ['malformed_request', 'idempotency_key_reused'],
  },
  { holds: (route) => headerOf(route, 'if-match') !== undefined, codes: ['precondition_failed'] },
  {
    holds: (route) => headerOf(route, 'if-match') === IfMatchHeaders.properties['if-match'],
    codes: ['precondition_required'],
  },
  {
    holds: (route) => findAct(route) !== undefined,
    codes: ['act_not_allowed', 'case_paused', 'personal_data_removed'],
  },
];

/** Every code that a route may answer with: those that it names, those of its act, and those that follow from what it is. */
export function problemCodesOf(route: DescribedRoute): ReadonlySet<ErrorCode> {
  const act = findAct(route);
  return new Set<ErrorCode>([
    ...rules.filter(({ holds }) => holds(route)).flatMap(({ codes }) => codes),
    ...(act === undefined ? [] : actRefusals[act]),
    ...(route.schema?.problems ?? []),
  ]);
}

/** Whether nobody is answered without a token or a session. */
export function hasCaller({ schema }: DescribedRoute): boolean {
  const line = findAuthority(schema?.operationId);
  return line !== undefined && line.over !== 'public';
}

function isForEveryRole({ schema }: DescribedRoute): boolean {
  const allowed = findAuthority(schema?.operationId)?.roles ?? [];
  return roles.every((role) => allowed.includes(role));
}

function changes({ method }: DescribedRoute): boolean {
  return ![method].flat().every((each) => each === 'GET' || each === 'HEAD');
}

/** Whatever is sent no body on purpose may be sent one by mistake, a DELETE too: it is read. */
function takesBody(route: DescribedRoute): boolean {
  return route.schema?.body !== undefined || changes(route);
}

function isValidated({ schema }: DescribedRoute): boolean {
  if (schema?.body !== undefined || schema?.querystring !== undefined) return true;
  return [schema?.params, schema?.headers].some((part) =>
    Object.values((part as Properties | undefined)?.properties ?? {}).some(isConstrained),
  );
}

/** Whether a text can be of the wrong form. */
function isConstrained(text: object): boolean {
  return Object.keys(text).some((key) => key !== 'type' && key !== 'description');
}

/** The schema of a header that a route takes; undefined for one that it does not. */
export function headerOf({ schema }: DescribedRoute, name: string): object | undefined {
  return (schema?.headers as Properties | undefined)?.properties?.[name];
}

function findAct({ schema }: DescribedRoute): Act | undefined {
  return acts.find((act) => schema?.operationId === `${act}Case`);
}
