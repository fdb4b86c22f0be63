import { SignJWT, importJWK } from 'jose';
import pino from 'pino';
import { afterAll, expect, it } from 'vitest';
import { openIdentity } from '../../api/open-identity.ts';
import { loadConfig } from '../../platform/config.ts';
import { ProviderUnavailableError } from '../../platform/identity/provider-unavailable.ts';
import { audience, makeKey, startProvider } from './provider.ts';

const key = await makeKey('p1');
const provider = await startProvider([key], []);
afterAll(() => provider.goAway());

it('an API whose provider is away starts, says so in its log, and asks again when somebody comes', async () => {
  await provider.goAway();
  const lines: string[] = [];
  const log = pino({ level: 'error' }, { write: (line) => void lines.push(line) });
  const settings = {
    TONGBAN_OIDC_ISSUER: provider.issuer,
    TONGBAN_OIDC_AUDIENCE: audience,
    TONGBAN_OIDC_OFFICER_CLAIM: 'badge_no',
  };
  const { verifyToken } = await openIdentity(loadConfig(settings), log);
  expect(lines.join('')).toContain('the identity provider does not answer');

  const token = await new SignJWT({ badge_no: 'officer-1', roles: ['window_officer'], unit: '440106990000' })
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: 'p1' })
    .setIssuer(provider.issuer)
    .setAudience(audience)
    .setSubject('subject-window')
    .setExpirationTime('5 minutes')
    .sign(await importJWK(key, 'ES256'));
  await expect(verifyToken(token)).rejects.toThrow(ProviderUnavailableError);
  await provider.comeBack();
  await expect
    .poll(
      () =>
        verifyToken(token).then(
          ({ subject }) => subject,
          (error: unknown) => (error as Error).name,
        ),
      { timeout: 30_000 },
    )
    .toBe('officer-1');
});
