/** A part (Postgres, Temporal, …) that cannot be had here. The message is one sentence that says what to install. */
export class UnavailablePartError extends Error {
  override readonly name = 'UnavailablePartError';
}
