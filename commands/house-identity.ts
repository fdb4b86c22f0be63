import path from 'node:path';
import type { ApiDeps } from '../api/deps.ts';
import type { IdentityDeps } from '../api/open-identity.ts';
import { openIdentity } from '../api/open-identity.ts';
import { systemClock } from '../platform/clock.ts';
import type { Config } from '../platform/config.ts';
import { ConfigError } from '../platform/config.ts';
import type { LocalIssuer } from '../platform/identity/local-issuer.ts';
import { createLocalIssuer } from '../platform/identity/local-issuer.ts';
import { createLocalLogin } from '../platform/identity/local-login.ts';
import { findProviderSettings } from '../platform/identity/settings.ts';
import type { Logger } from '../platform/logger.ts';
import { sampleOfficers } from './sample-people.ts';

/** Whoever the settings let in, or the sample people alone, in whose name a program of ours acts. */
export type HousePeople = 'as_configured' | 'sample';

interface HouseIdentity {
  readonly deps: IdentityDeps & Pick<ApiDeps, 'localLogin'>;
  /** Undefined where a provider signs the tokens. */
  readonly issuer: LocalIssuer | undefined;
}

/**
 * Who may come into a house for trying things out: people of the provider that the settings name, or without one the
 * sample people, whom nobody asks for a proof.
 * @throws {ConfigError} for settings that such a house cannot keep to; {Error} in production.
 */
export async function openHouseIdentity(
  config: Config,
  people: HousePeople,
  log: Logger,
): Promise<HouseIdentity> {
  const { environment } = config;
  const hasProvider = findProviderSettings(config) !== undefined;
  if (hasProvider && people === 'sample') {
    throw new ConfigError('此命令以示例人员的名义办理，令牌由本机签发：请去掉 TONGBAN_OIDC_ISSUER 再运行。');
  }
  if (hasProvider && environment === 'production') {
    throw new ConfigError(
      'npm start 会写入示例单位，不用于生产环境：请分别运行 node api/server.ts 与 node activities/worker.ts。',
    );
  }
  const deps = await openIdentity(config, log);
  if (hasProvider) return { deps, issuer: undefined };
  const keyFile = path.join(config.dataDir, 'identity', 'token-key.json');
  const issuer = await createLocalIssuer({ keyFile, environment });
  const localLogin = createLocalLogin({ people: sampleOfficers, environment, clock: systemClock });
  return { deps: { ...deps, localLogin }, issuer };
}

/** The issuer of a house with sample people. @throws {Error} where a provider signs. */
export function issuerOf({ issuer }: Pick<HouseIdentity, 'issuer'>): LocalIssuer {
  if (issuer === undefined) throw new Error('the house was not opened with sample people');
  return issuer;
}
