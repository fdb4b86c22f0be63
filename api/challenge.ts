import type { Problem } from './problems.ts';

/** What a caller is asked for who has not proved himself, or not well enough (RFC 6750 §3, RFC 9470 §3). */
export function findChallenge({ code, details: { stepUp } }: Problem): string | undefined {
  if (code === 'unauthenticated') return 'Bearer realm="tongban"';
  if (code !== 'insufficient_user_authentication') return undefined;
  const { acr, maxAgeS } = stepUp ?? {};
  return [
    'Bearer realm="tongban", error="insufficient_user_authentication"',
    'error_description="The roles of the caller ask for a stronger or a fresher authentication"',
    ...(acr === undefined ? [] : [`acr_values="${acr.join(' ')}"`]),
    ...(maxAgeS === undefined ? [] : [`max_age="${maxAgeS}"`]),
  ].join(', ');
}
