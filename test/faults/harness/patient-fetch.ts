import pRetry from 'p-retry';

const answerTimeoutMs = 30_000;
const comesAgain = new Set([429, 502, 503, 504]);

export interface Patience {
  /** Ends every attempt: the run is over. */
  readonly signal: AbortSignal;
  /** Hears of every answer that nobody should ever get. */
  readonly onServerError: (status: number, path: string) => void;
}

/**
 * Asks until it is answered, as a good client does: the same request again, with the same Idempotency-Key, when the connection
 * breaks or the answer is that the service is away.
 */
export function patientFetch({ signal, onServerError }: Patience): (request: Request) => Promise<Response> {
  return (request) =>
    pRetry(
      async () => {
        const answer = await wholeAnswer(request.clone(), signal);
        if (answer.status === 500) onServerError(answer.status, new URL(request.url).pathname);
        if (answer.status === 500 || comesAgain.has(answer.status))
          throw new Error(`HTTP ${String(answer.status)}`);
        return answer;
      },
      { signal, retries: 10_000, minTimeout: 150, maxTimeout: 1000, factor: 1.5, randomize: true },
    );
}

/** With its body: a connection may break in the middle of it. */
async function wholeAnswer(request: Request, signal: AbortSignal): Promise<Response> {
  try {
    const answer = await fetch(request, {
      signal: AbortSignal.any([signal, AbortSignal.timeout(answerTimeoutMs)]),
    });
    const body = await answer.arrayBuffer();
    return new Response(body.byteLength === 0 ? null : body, answer);
  } catch (cause) {
    throw new Error('the connection broke', { cause });
  }
}
