import type { Instant } from '../../domain/time/instant.ts';

interface Appointment {
  readonly at: Instant;
  readonly keep: () => Promise<void>;
}

/** What the simulated people will do, kept in the order of time. */
export class Appointments {
  readonly #appointments: Appointment[] = [];

  add(at: Instant, keep: () => Promise<void>): void {
    const index = this.#appointments.findIndex((other) => other.at > at);
    this.#appointments.splice(index < 0 ? this.#appointments.length : index, 0, { at, keep });
  }

  take(): Appointment | undefined {
    return this.#appointments.shift();
  }
}
