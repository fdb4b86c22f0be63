import type { FastifyInstance, InjectOptions } from 'fastify';

/** What came back, read to its end. */
export interface Answer {
  readonly statusCode: number;
  readonly contentType: string;
  readonly body: string;
}

/** An event stream is told apart from one that has none by its first heartbeat, when all of the past was told. */
const enoughOfStream = /^(event|: heartbeat)/m;

/** Undefined when the answer breaks off: an export does when it may not read what it has begun to send. */
export async function answerTo(app: FastifyInstance, options: InjectOptions): Promise<Answer | undefined> {
  try {
    const response = await app.inject({ ...options, payloadAsStream: true });
    const contentType = String(response.headers['content-type']);
    const isEndless = contentType.startsWith('text/event-stream');
    const chunks: Uint8Array[] = [];
    for await (const chunk of response.stream() as AsyncIterable<Uint8Array>) {
      chunks.push(chunk);
      if (isEndless && enoughOfStream.test(Buffer.concat(chunks).toString())) break;
    }
    response.raw.res.destroy();
    return { statusCode: response.statusCode, contentType, body: Buffer.concat(chunks).toString() };
  } catch (error) {
    if ((error as { code?: unknown }).code === 'LIGHT_ECONNRESET') return undefined;
    throw error;
  }
}
