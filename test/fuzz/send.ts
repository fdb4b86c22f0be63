import { connect } from 'node:net';
import type { Input } from './message.ts';
import { mark } from './message.ts';

/** What came back over the line; undefined where it was closed without a word. */
export interface Answer {
  readonly status: number;
  readonly head: string;
  readonly contentType: string;
  readonly body: string;
}

/** An event stream never ends: its beginning is enough. */
const endless = /content-type: text\/event-stream[^]*?\r\n\r\n[^]/i;

/** Longer than anything that is asked of the API takes; whoever is silent for longer hangs. */
const silenceMs = 60_000;
const halfSaidMs = 500;

/**
 * Sends the bytes as they are and hears the answer out. @throws {Error} when there is none and the line stays open.
 */
export async function send(port: number, { wire, reaches }: Input): Promise<Answer | undefined> {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  const { promise: closed, resolve, reject } = Promise.withResolvers<undefined>();
  const heard: Buffer[] = [];
  if (reaches === 'answered_by_server') {
    // What is half said would be waited for as long as a slow line may take.
    socket.setTimeout(halfSaidMs, () => socket.end());
  } else {
    socket.setTimeout(silenceMs, () => {
      reject(new Error('no answer, and the line stays open'));
    });
  }
  socket.on('data', (bytes) => {
    heard.push(bytes);
    if (endless.test(Buffer.concat(heard).toString('latin1'))) socket.destroy();
  });
  // Whoever is refused in the middle of what he sends may have his line reset.
  socket
    .on('error', () => undefined)
    .on('close', () => {
      resolve(undefined);
    });
  socket.on('end', () => socket.end());
  socket.write(wire);
  try {
    await closed;
  } finally {
    socket.destroy();
  }
  return answerIn(Buffer.concat(heard));
}

function answerIn(bytes: Buffer): Answer | undefined {
  const text = bytes.toString();
  const parsed = /^HTTP\/1\.1 (\d{3})[^\r]*\r\n/.exec(text);
  if (parsed === null) return undefined;
  // Whoever says that he will send more is told to go on, and then answered.
  if (parsed[1] === '100') return answerIn(bytes.subarray(bytes.indexOf('\r\n\r\n') + 4));
  const end = bytes.indexOf('\r\n\r\n');
  const head = bytes.subarray(0, end).toString();
  const length = /^content-length: (\d+)$/im.exec(head)?.[1];
  // What follows is another answer, to what came after the request.
  const body = bytes
    .subarray(end + 4, length === undefined ? undefined : end + 4 + Number(length))
    .toString();
  return {
    status: Number(parsed[1]),
    head,
    contentType: /^content-type: (.*)$/im.exec(head)?.[1]?.trim() ?? '',
    body: /^transfer-encoding: chunked/im.test(head) ? unchunked(body) : body,
  };
}

/** Good enough for a JSON body: its length stands on lines of their own. */
function unchunked(body: string): string {
  return body.replaceAll(/(?:^|\r\n)[0-9a-f]+\r\n/g, '').replace(/\r\n$/, '');
}

export function holdsMark(text: string): boolean {
  return text.includes(mark);
}
