import type { Clock } from '../../platform/clock.ts';
import type { Config } from '../../platform/config.ts';
import { createHttpRegister } from './http-register.ts';
import { noRegister } from './no-register.ts';
import type { PopulationRegister } from './port.ts';
import { createSampleRegister } from './sample-register.ts';

/**
 * The register of this installation: the configured one; without one the sample, and in production none, for the
 * sample's people must never stand on a real certificate.
 */
export function openRegister(
  { register, environment }: Pick<Config, 'register' | 'environment'>,
  clock: Clock,
): PopulationRegister {
  const { url, token, authentication } = register;
  if (url === undefined || token === undefined) {
    return environment === 'production' ? noRegister : createSampleRegister();
  }
  return createHttpRegister({
    url,
    clock,
    authentication: authentication === 'bearer' ? { kind: 'bearer', token } : { kind: 'hmac', secret: token },
  });
}
