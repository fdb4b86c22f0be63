import type { PopulationRegister } from './port.ts';
import { RegisterError } from './port.ts';

/** Where no population system is connected: officers look by hand. */
export const noRegister: PopulationRegister = {
  find: () => Promise.reject(new RegisterError('not_configured', 'no population register is configured')),
};
