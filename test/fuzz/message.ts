export type Header = readonly [name: string, value: string];

/** A request as it goes over the wire; nothing in it is normalised by a client. */
export interface Message {
  readonly method: string;
  readonly target: string;
  readonly headers: readonly Header[];
  readonly body: Buffer;
}

/**
 * An input of the fuzzer. `answered_by_server`: it breaks HTTP itself, so that the server may answer before the
 * application sees it, or close the line.
 */
export interface Input {
  readonly wire: Buffer;
  readonly reaches: 'operation' | 'elsewhere' | 'answered_by_server';
}

/** In each hostile text: whoever repeats it where he should not is found by it. */
export const mark = 'ZZQXJV';

export function wireOf(message: Message): Buffer {
  const { body } = message;
  const length: Header[] =
    body.length > 0 || message.method !== 'GET' ? [['content-length', String(body.length)]] : [];
  return Buffer.concat([headOf(message, [...length, ['connection', 'close']]), body]);
}

/** The head alone, for those that lie about their body. */
export function headOf({ method, target, headers }: Message, more: readonly Header[] = []): Buffer {
  const lines = [['host', 'fuzz.example'] as const, ...headers, ...more].map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  return Buffer.from(`${method} ${target} HTTP/1.1\r\n${lines.join('')}\r\n`);
}

export function toOperation(message: Message): Input {
  return { wire: wireOf(message), reaches: 'operation' };
}
