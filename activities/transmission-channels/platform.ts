import type { Clock } from '../../platform/clock.ts';
import type { TransmissionChannel } from './channel.ts';

/** Both stations work in this system: the row that is written makes the dossier appear in the home station's inbox. */
export function createPlatformChannel(clock: Clock): TransmissionChannel {
  return {
    // Delivered at once; opening it later moves nothing [民法典 137, 电子签名法 11].
    hand({ pages }) {
      const now = clock.now();
      return Promise.resolve({ handedOverAt: now, deliveredAt: now, pages, faxNumber: null });
    },
  };
}
