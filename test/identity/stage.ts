import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import type { JWK } from 'jose';
import type { ClientMetadata } from 'oidc-provider';
import { afterAll, expect } from 'vitest';
import type { App } from '../../api/app.ts';
import { buildApp } from '../../api/app.ts';
import type { ApiDeps } from '../../api/deps.ts';
import { neverShed } from '../../api/hardening.ts';
import { openIdentity } from '../../api/open-identity.ts';
import type { Database } from '../../db/database.ts';
import { connectDatabase } from '../../db/database.ts';
import { createAttachmentFiles } from '../../db/attachment-files.ts';
import { createUnitDirectory } from '../../db/unit-directory.ts';
import { systemClock } from '../../platform/clock.ts';
import { createOutgoingGuard } from '../../platform/outgoing/guard.ts';
import { loadConfig } from '../../platform/config.ts';
import { findFreePort } from '../../platform/embedded/free-port.ts';
import { openUploads } from '../../platform/files/uploads.ts';
import { createLogger } from '../../platform/logger.ts';
import { waitFor } from '../../platform/wait-for.ts';
import { connectOwner, createHouseDatabase } from '../house/house.ts';
import type { Browser } from './browser.ts';
import { openBrowser } from './browser.ts';
import type { RunningProvider } from './provider.ts';
import { audience, makeKey, publicOf, startProvider } from './provider.ts';
import { watchUndeclaredProblems } from '../api/undeclared-problems.ts';
import { testKeyRing } from '../services/test-key-ring.ts';

/** The product's door, open to a provider's people, on a port of its own. */
export interface Stage {
  readonly provider: RunningProvider;
  readonly providerKey: JWK;
  readonly app: App;
  readonly apiUrl: string;
  readonly owner: Database;
  readonly logLines: string[];
  /** Goes through the provider's pages and comes back with a session, or with what was answered instead. */
  readonly logIn: (browser: Browser, account: string, factor?: 'one' | 'two') => Promise<Response>;
  /** A browser in which somebody is logged in. */
  readonly loggedIn: (account: string, factor?: 'one' | 'two') => Promise<Browser>;
}

interface StageOptions {
  readonly settings?: Readonly<Record<string, string>>;
  readonly clients?: readonly ClientMetadata[];
  readonly change?: Partial<ApiDeps>;
}

export async function openStage({ settings, clients = [], change }: StageOptions = {}): Promise<Stage> {
  const url = await createHouseDatabase();
  const database = connectDatabase({ url, role: 'tongban_api', maxConnections: 4, keyRing: testKeyRing });
  const port = await findFreePort();
  const apiUrl = `http://127.0.0.1:${port}`;
  const [providerKey, clientKey] = await Promise.all([makeKey('p1'), makeKey('c1')]);
  const own: ClientMetadata = {
    client_id: 'tongban',
    redirect_uris: [`${apiUrl}/session/callback`],
    post_logout_redirect_uris: [`${apiUrl}/`],
    backchannel_logout_uri: `${apiUrl}/session/backchannel-logout`,
    backchannel_logout_session_required: true,
    token_endpoint_auth_method: 'private_key_jwt',
    token_endpoint_auth_signing_alg: 'ES256',
    require_auth_time: true,
    jwks: { keys: [publicOf(clientKey)] },
  };
  const provider = await startProvider([providerKey], [own, ...clients]);
  const dataDir = await mkdtemp(path.join(tmpdir(), 'tongban-identity-'));
  const logLines: string[] = [];
  const undeclared = watchUndeclaredProblems();
  const destination = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      logLines.push(chunk.toString());
      undeclared.read(chunk.toString());
      done();
    },
  });
  const log = createLogger({ name: 'api', level: 'debug', destination });
  const config = loadConfig({
    NODE_ENV: 'production',
    TONGBAN_DATA_DIR: dataDir,
    TONGBAN_PUBLIC_URL: apiUrl,
    TONGBAN_OIDC_ISSUER: provider.issuer,
    TONGBAN_OIDC_AUDIENCE: audience,
    TONGBAN_OIDC_CLIENT_ID: own.client_id,
    TONGBAN_OIDC_CLIENT_KEY: JSON.stringify(clientKey),
    TONGBAN_OIDC_SCOPE: 'openid tongban',
    TONGBAN_OIDC_OFFICER_CLAIM: 'badge_no',
    TONGBAN_OIDC_ROLES_CLAIM: 'realm_access.roles',
    ...settings,
  });
  const app = await buildApp({
    database,
    attachmentFiles: createAttachmentFiles({ database, clock: systemClock }),
    uploads: openUploads(config, log),
    units: createUnitDirectory(database, systemClock),
    temporal: undefined as never,
    divisions: new Set(),
    escalationChannels: new Set(),
    outgoing: createOutgoingGuard({ environment: 'production', allowedNetworks: [] }),
    clock: systemClock,
    log,
    publicUrl: apiUrl,
    // Provider, API and browser are one process here, which is busy while it loads them.
    shedding: neverShed,
    ...(await openIdentity(config, log)),
    ...change,
  });
  await app.listen({ host: '127.0.0.1', port });
  // Too busy to answer itself in time, it would be taken for away for the next seconds.
  const isRead = async () => (await app.inject('/session/login')).statusCode === 303;
  await waitFor(isRead, { timeoutMs: 30_000, what: 'the provider to be read' });
  const owner = connectOwner(url);
  afterAll(async () => {
    await app.close();
    await provider.goAway();
    await Promise.all([database.close(), owner.close(), rm(dataDir, { recursive: true })]);
    undeclared.expectNone();
  });

  const logIn: Stage['logIn'] = async (browser, account, factor = 'one') => {
    const home = `${apiUrl}/docs/`;
    let { url: at, response } = await browser.follow(`${apiUrl}/session/login?returnTo=/docs/`);
    // Whoever is asked again gives what he has: the same factor as before.
    for (let asked = 0; asked < 2 && at.startsWith(`${provider.issuer}/interaction/`); asked += 1) {
      const page = await response.text();
      const fields = { login: account, ...(factor === 'two' ? { second_factor: 'yes' } : {}) };
      const sent = await browser.submit(at, page, fields);
      const onward = new URL(sent.headers.get('location') ?? '', at).href;
      ({ url: at, response } = await browser.follow(onward));
    }
    expect(at.startsWith(apiUrl)).toBe(true);
    if (response.ok) expect(at).toBe(home);
    return response;
  };

  return {
    ...{ provider, providerKey, app, apiUrl, owner, logLines, logIn },
    async loggedIn(account, factor) {
      const browser = openBrowser();
      expect((await logIn(browser, account, factor)).status).toBe(200);
      return browser;
    },
  };
}
