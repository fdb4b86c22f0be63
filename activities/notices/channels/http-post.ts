import { retryPlan } from '../../../domain/notices/retry-plan.ts';
import { DeliveryError } from './channel.ts';

const timeoutMs = 10_000;
// A receipt is a line or two; whoever answers with more is not who we think he is.
const maxAnswerBytes = 64 * 1024;

export interface HttpAnswer {
  /** As far as it was read. */
  readonly text: string;
}

/**
 * Posts a message and reads the answer: in time, up to a size, and never to where the address points next.
 * @throws {DeliveryError} unless the other side answers with 2xx.
 */
export async function postMessage(
  url: string,
  { method = 'POST', headers, body }: { method?: string; headers: Record<string, string>; body: string },
): Promise<HttpAnswer> {
  const response = await fetch(url, {
    method,
    headers,
    body,
    redirect: 'manual',
    signal: AbortSignal.timeout(timeoutMs),
  }).catch((cause: unknown) => {
    throw unreachable(cause);
  });
  try {
    const text = await readStart(response);
    if (!response.ok) throw refused(response);
    return { text };
  } catch (error) {
    throw error instanceof DeliveryError ? error : unreachable(error);
  }
}

async function readStart(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk as Uint8Array);
    size += (chunk as Uint8Array).byteLength;
    if (size >= maxAnswerBytes) break;
  }
  return Buffer.concat(chunks).subarray(0, maxAnswerBytes).toString('utf8');
}

/** 410 says for good that nobody is there; everything else may be mended within the days of trying. */
function refused({ status, headers }: Response): DeliveryError {
  const code = `http_${status}`;
  if (status === 410) return new DeliveryError({ kind: 'permanent', code, message: '对方已停用该地址。' });
  const failure = { kind: 'temporary', code, message: `对方未接收，HTTP 状态码 ${status}。` } as const;
  return new DeliveryError(failure, { retryAfterMs: waitAskedFor(headers.get('retry-after')) });
}

/** `Retry-After` in seconds or as a date, no longer than we wait by ourselves. */
function waitAskedFor(value: string | null): number | undefined {
  if (value === null) return undefined;
  const waitMs = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return waitMs > 0 ? Math.min(waitMs, retryPlan.longestWaitMs) : undefined;
}

function unreachable(cause: unknown): DeliveryError {
  const timedOut = cause instanceof Error && cause.name === 'TimeoutError';
  return timedOut
    ? new DeliveryError(
        { kind: 'temporary', code: 'timeout', message: '对方未在规定时间内应答。' },
        { cause },
      )
    : new DeliveryError({ kind: 'temporary', code: 'unreachable', message: '无法连接对方。' }, { cause });
}
