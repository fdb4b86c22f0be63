import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import S3rver from '@20minutes/s3rver';

const bucket = 'tongban-papers';
// The one account that the server knows; it checks the signatures.
const account = { accessKey: 'S3RVER', secretKey: 'S3RVER' };

/** A store that speaks S3, with a disk that can be full. */
export interface BlobServer {
  readonly port: number;
  readonly settings: Readonly<Record<string, string>>;
  setDisk(state: 'free' | 'full'): void;
  /** How often it had to refuse bytes. */
  refused(): number;
  /** Hears when it has stored the next object. */
  onceStored(stored: () => void): void;
  close(): Promise<void>;
}

// As MinIO says it; Ceph says 500, and either is an outage to whoever wants to store something.
const diskFull =
  '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>XMinioStorageFull</Code><Message>no space left</Message></Error>';

/** Starts it with an empty bucket in a folder. */
export async function startBlobServer(folder: string): Promise<BlobServer> {
  const store = new S3rver({
    ...{ address: '127.0.0.1', port: 0, silent: true, directory: folder },
    configureBuckets: [{ name: bucket }],
  });
  await store.configureBuckets();
  const answer = store.callback();
  let disk: 'free' | 'full' = 'free';
  let refused = 0;
  let stored: (() => void) | undefined;
  const server = createServer((request, response) => {
    if (request.method === 'PUT' && disk === 'full') {
      refused += 1;
      // A disk is full in the middle of the bytes: it has taken some of them.
      request
        .resume()
        .once('end', () => response.writeHead(507, { 'content-type': 'application/xml' }).end(diskFull));
      return;
    }
    if (request.method === 'PUT') {
      response.once('finish', () => {
        stored?.();
        stored = undefined;
      });
    }
    answer(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    settings: {
      TONGBAN_S3_BUCKET: bucket,
      TONGBAN_S3_ACCESS_KEY: account.accessKey,
      TONGBAN_S3_SECRET_KEY: account.secretKey,
    },
    setDisk(state) {
      disk = state;
    },
    refused: () => refused,
    onceStored(heard) {
      stored = heard;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
