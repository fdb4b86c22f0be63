import Fastify from 'fastify';
import { describe, expect, it } from 'vitest';
import { enforceAuthority } from '../../api/authority.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';
import { openDoor } from '../api/door.ts';
import { createHouseDatabase } from '../house/house.ts';

const { app, issuer } = await openDoor(await createHouseDatabase(), undefined as never);

const units = { tree: () => Promise.reject(new Error('nobody asks')) } as never;

function appWith(route: { readonly url: string; readonly schema?: object }) {
  const lonely = Fastify();
  enforceAuthority(lonely, { units });
  lonely.get(route.url, { ...(route.schema === undefined ? {} : { schema: route.schema }) }, () => 'secret');
  return lonely;
}

describe('a route', () => {
  it.each([
    ['of an operation without a line', { url: '/v1/new', schema: { operationId: 'getNewThing' } }],
    ['without an operation id', { url: '/v1/new', schema: {} }],
    ['without a schema', { url: '/v1/new' }],
    ['that is kept out of the document', { url: '/v1/new', schema: { hide: true } }],
  ])('%s is not registered: the process does not start', (_, route) => {
    expect(() => appWith(route)).toThrow(
      /^GET \/v1\/new \(.+\) has no line in domain\/authority\/table\.ts$/,
    );
  });

  it.each([
    '/session/all',
    '/docs/cases',
    '/status/cases',
    '/verify/:token/file',
    '/docs/static/theme/new.css',
  ])('kept out of the document beneath a public page, %s, is asked for its line too', (url) => {
    expect(() => appWith({ url, schema: { hide: true } })).toThrow(/has no line/);
  });

  it('of a public page with another method is asked for its line too', () => {
    const lonely = Fastify();
    enforceAuthority(lonely, { units });
    const schema = { hide: true };
    lonely.get('/verify/:token', { schema }, () => 'page');
    for (const method of ['POST', 'PUT', 'DELETE'] as const) {
      const route = { method, url: '/verify/:token', schema, handler: () => 'secret' };
      expect(() => lonely.route(route)).toThrow(/has no line/);
    }
  });

  it('that stands outside of what asks for tokens lets nobody in', async () => {
    const lonely = appWith({ url: '/v1/cases', schema: { operationId: 'listCases' } });
    const response = await lonely.inject('/v1/cases');
    expect(response.statusCode).toBe(500);
    expect(response.body).not.toContain('secret');
  });
});

describe('a token', () => {
  it.each([
    ['two administrators', ['system_administrator', 'security_administrator']],
    ['an administrator and an officer', ['auditor', 'station_leader']],
    ['an auxiliary and an officer', ['auxiliary', 'window_officer']],
  ] as const)('that unites %s is refused, whatever it asks for', async (_, roles) => {
    const unitCode = parseUnitCode('440106990000');
    const token = await issuer.sign({ officerId: 'officer-1', roles, unitCode });
    for (const url of ['/v1/matters', '/v1/cases', '/v1/drafts']) {
      const response = await app.inject({ url, headers: { authorization: `Bearer ${token}` } });
      expect(response.json()).toMatchObject({ status: 403, code: 'roles_not_separated' });
    }
  });

  it('is asked for by HEAD as by GET', async () => {
    const unitCode = parseUnitCode('440106990000');
    const token = await issuer.sign({ officerId: 'officer-1', roles: ['auxiliary'], unitCode });
    const headers = { authorization: `Bearer ${token}` };
    expect((await app.inject({ method: 'HEAD', url: '/v1/cases' })).statusCode).toBe(401);
    expect((await app.inject({ method: 'HEAD', url: '/v1/cases', headers })).statusCode).toBe(403);
    expect((await app.inject({ method: 'HEAD', url: '/v1/drafts', headers })).statusCode).toBe(200);
  });
});
