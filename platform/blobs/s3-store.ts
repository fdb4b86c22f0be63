import { S3Client, S3Errors } from '@bradenmacdonald/s3-lite-client';
import { outage } from '../error-trace.ts';
import { within } from '../within.ts';
import type { PlainStore } from './store.ts';
import { BlobMissingError } from './store.ts';

export interface S3StoreOptions {
  /** `https://host[:port]`, without the bucket. */
  readonly url: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKey: string;
  readonly secretKey: string;
  /** For one blob to go or come; 10 s if left out. */
  readonly timeoutMs?: number;
}

const defaultTimeoutMs = 10_000;

/** A bucket of anything that speaks S3, addressed by path, which all of them know. */
export function createS3Store({ url, timeoutMs = defaultTimeoutMs, ...options }: S3StoreOptions): PlainStore {
  const client = new S3Client({ endPoint: url, pathStyle: true, ...options });

  /** Whatever is the matter with the store, a key that is refused included, is an outage to whoever wants a file. */
  async function ask<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    const tooSlow = () => outage('the object store did not answer in time');
    try {
      return await within(timeoutMs, work(), tooSlow);
    } catch (cause) {
      if (cause instanceof BlobMissingError) throw cause;
      throw Object.assign(outage('the object store failed'), { cause });
    }
  }

  return {
    put: (key, bytes) =>
      ask(async () => {
        await client.putObject(key, Uint8Array.from(bytes), {
          metadata: { 'Content-Type': 'application/octet-stream' },
        });
      }),
    get: (key) => ask(() => bytesOf(client.getObject(key))),
    getStart: (key, lengthBytes) =>
      ask(() => bytesOf(client.getPartialObject(key, { offset: 0, length: lengthBytes }))),
    delete: (key) =>
      ask(() =>
        client.deleteObject(key).catch((cause: unknown) => {
          if (!isMissing(cause)) throw cause;
        }),
      ),
  };
}

async function bytesOf(asked: Promise<Response>): Promise<Uint8Array> {
  const response = await asked.catch((cause: unknown) => {
    throw isMissing(cause) ? new BlobMissingError('an object is missing', { cause }) : cause;
  });
  return new Uint8Array(await response.arrayBuffer());
}

/** A bucket that is missing is a store that is set up wrongly, and no file of it is lost. */
function isMissing(error: unknown): boolean {
  return error instanceof S3Errors.ServerError && error.code === 'NoSuchKey';
}
