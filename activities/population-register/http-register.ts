import { Webhook } from 'standardwebhooks';
import type { RegisterQuestion } from '../../domain/register/query.ts';
import { epochMsOf } from '../../domain/time/instant.ts';
import type { Clock } from '../../platform/clock.ts';
import { parseAnswer } from './parse-answer.ts';
import type { PopulationRegister } from './port.ts';
import { RegisterError } from './port.ts';

/** How the register knows that it is us: RFC 6750, or the signature of Standard Webhooks over the body. */
export type RegisterAuthentication =
  { readonly kind: 'bearer'; readonly token: string } | { readonly kind: 'hmac'; readonly secret: string };

export interface HttpRegisterOptions {
  readonly url: string;
  readonly authentication: RegisterAuthentication;
  readonly clock: Clock;
}

// An entry is well under 4 KB.
const maxAnswerBytes = 64 * 1024;

/** A register behind HTTP as `docs/population-register.md` describes it. */
export function createHttpRegister({ url, authentication, clock }: HttpRegisterOptions): PopulationRegister {
  const sign = signatureOf(authentication, clock);
  return {
    async find(question, signal) {
      const body = JSON.stringify(question);
      const response = await reach(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json', ...sign(question, body) },
        body,
        // Personal data go to the configured address and nowhere else.
        redirect: 'manual',
        signal,
      });
      if (response.status !== 200) {
        await response.body?.cancel();
        // 404 too: a wrong address must not read as "no such person", which is a 200 with null.
        throw new RegisterError('unavailable', `status ${response.status}`);
      }
      return parseAnswer(await readBody(response), question);
    },
  };
}

function signatureOf(authentication: RegisterAuthentication, clock: Clock) {
  if (authentication.kind === 'bearer') {
    const headers: Record<string, string> = { authorization: `Bearer ${authentication.token}` };
    return () => headers;
  }
  const webhook = new Webhook(authentication.secret);
  return ({ reference }: RegisterQuestion, body: string): Record<string, string> => {
    const at = new Date(epochMsOf(clock.now()));
    return {
      'webhook-id': reference,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': webhook.sign(reference, at, body),
    };
  };
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    throw unreached(error);
  }
}

async function readBody({ body }: Response): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let bytes = 0;
  try {
    for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
      bytes += chunk.byteLength;
      if (bytes > maxAnswerBytes) throw new RegisterError('malformed', 'answer too large');
      text += decoder.decode(chunk, { stream: true });
    }
    return text + decoder.decode();
  } catch (error) {
    if (error instanceof RegisterError) throw error;
    if (error instanceof TypeError && 'code' in error && error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA') {
      throw new RegisterError('malformed', 'not UTF-8');
    }
    throw unreached(error);
  }
}

function unreached(error: unknown): RegisterError {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const name = cause instanceof Error ? cause.name : typeof cause;
  return new RegisterError('unavailable', `not reached: ${name} ${code}`.trimEnd());
}
