import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import S3rver from '@20minutes/s3rver';
import type { S3StoreOptions } from '../../platform/blobs/s3-store.ts';

export interface S3Server {
  readonly options: S3StoreOptions;
  /** The keys of all objects. */
  keys(): Promise<string[]>;
  stop(): Promise<void>;
  /** On the port that it had, with the objects that it had. */
  startAgain(): Promise<void>;
  close(): Promise<void>;
}

const bucket = 'tongban-papers';
// The one account that the server knows; it checks the signatures.
const keyPair = { accessKey: 'S3RVER', secretKey: 'S3RVER' };

// The end of the file in which the server keeps the bytes of an object.
const suffix = '._S3rver_object';

/** A server that speaks S3, with an empty bucket, on the loopback interface. */
export async function startS3Server(): Promise<S3Server> {
  const directory = await mkdtemp(path.join(tmpdir(), 'tongban-s3-'));
  const start = async (port: number) => {
    const server = new S3rver({
      ...{ address: '127.0.0.1', port, silent: true, directory },
      configureBuckets: [{ name: bucket }],
    });
    return { server, port: (await server.run()).port };
  };
  let running = await start(0);
  const { port } = running;
  const options = { url: `http://127.0.0.1:${port}`, bucket, region: 'us-east-1', ...keyPair };
  return {
    options,
    async keys() {
      const files = await readdir(path.join(directory, bucket), { recursive: true });
      return files.flatMap((file) => (file.endsWith(suffix) ? [file.slice(0, -suffix.length)] : [])).sort();
    },
    stop: () => running.server.close(),
    async startAgain() {
      running = await start(port);
    },
    async close() {
      await running.server.close();
      await rm(directory, { recursive: true });
    },
  };
}
