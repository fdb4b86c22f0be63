import type { CountedSubject } from '../../db/repositories/public-attempts.ts';
import { giveBackAttempt, takeAttempt } from '../../db/repositories/public-attempts.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { epochMsOf } from '../../domain/time/instant.ts';
import type { ApiDeps } from '../deps.ts';
import { Problem } from '../problems.ts';
import { clientNetworkOf } from './client-address.ts';

/**
 * Lets somebody try to find something by a secret. Each attempt is counted before it is made, for his address and for what he
 * asks for, and taken back when he knew the secret; so that nothing is guessed by many attempts, at once or through many
 * processes.
 * @throws {Problem} 429; `notFound` when nothing was found.
 */
export async function attempt<Found>(
  { database, clock }: ApiDeps,
  { address, of }: { readonly address: string; readonly of?: CountedSubject },
  find: () => Promise<Found | undefined>,
  notFound: () => Problem,
): Promise<Found> {
  const subjects: CountedSubject[] = [
    { kind: 'address', subject: clientNetworkOf(address) },
    ...(of === undefined ? [] : [of]),
  ];
  for (const [index, subject] of subjects.entries()) {
    const now = clock.now();
    const waitUntil = await takeAttempt(database, subject, now);
    if (waitUntil === undefined) continue;
    // Who is let through by his address and not by the number has not guessed.
    for (const taken of subjects.slice(0, index)) await giveBackAttempt(database, taken);
    throw tooMany(waitUntil, now);
  }
  const found = await find();
  if (found === undefined) throw notFound();
  for (const subject of subjects) await giveBackAttempt(database, subject);
  return found;
}

function tooMany(waitUntil: Instant, now: Instant): Problem {
  const retryAfterSeconds = Math.max(1, Math.ceil((epochMsOf(waitUntil) - epochMsOf(now)) / 1000));
  return new Problem('too_many_attempts', { retryAfterSeconds });
}
