import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { openAttachmentStore } from '../../platform/blobs/open-store.ts';
import { createS3Store } from '../../platform/blobs/s3-store.ts';
import { BlobMissingError, sealed } from '../../platform/blobs/store.ts';
import { findFreePort } from '../../platform/embedded/free-port.ts';
import { isOutage } from '../../platform/error-trace.ts';
import { SealBrokenError } from '../../platform/key-ring.ts';
import { testKeyRing, testKeys } from '../services/test-key-ring.ts';
import { startS3Server } from './s3-server.ts';

const server = await startS3Server();
afterAll(() => server.close());
const { options } = server;
const store = createS3Store(options);

const bytes = Uint8Array.from({ length: 1024 * 1024 }, (_, index) => (index * 7) % 251);

async function failureOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe('a bucket', () => {
  it('gives back what was put into it, the last of it, until it is deleted', async () => {
    await store.put('attachments/a/0', new Uint8Array([1]));
    await store.put('attachments/a/0', bytes);
    await store.put('attachments/a/1', new Uint8Array([2]));
    expect(Buffer.from(await store.get('attachments/a/0')).equals(bytes)).toBe(true);
    expect(await server.keys()).toEqual(['attachments/a/0', 'attachments/a/1']);
    await store.delete('attachments/a/0');
    await store.delete('attachments/a/0');
    expect(await failureOf(store.get('attachments/a/0'))).toBeInstanceOf(BlobMissingError);
    expect([...(await store.get('attachments/a/1'))]).toEqual([2]);
  });

  it('holds nothing but what the key ring made of it, and for the place where it stands', async () => {
    const closed = sealed(store, testKeyRing);
    await closed.put('s/0', bytes);
    const kept = Buffer.from(await store.get('s/0'));
    expect(kept.includes(Buffer.from(bytes.subarray(0, 32)))).toBe(false);
    expect(Buffer.from(await closed.get('s/0')).equals(bytes)).toBe(true);
    expect(await closed.sealedWith('s/0')).toBe(testKeys.encryption.primary);
    await store.put('s/1', kept);
    expect(await failureOf(closed.get('s/1'))).toBeInstanceOf(SealBrokenError);
  });

  it('gives the start of what stands there without the rest', async () => {
    await store.put('start', bytes);
    expect([...(await store.getStart('start', 3))]).toEqual([...bytes.subarray(0, 3)]);
    expect(await failureOf(store.getStart('nothing', 3))).toBeInstanceOf(BlobMissingError);
  });

  it('is opened as the settings name it, and only if they do', async () => {
    const opened = openAttachmentStore(options, testKeyRing);
    await opened?.put('o', new Uint8Array([3]));
    expect([...testKeyRing.open(await store.get('o'), 'o')]).toEqual([3]);
    expect(openAttachmentStore({ region: 'us-east-1' }, testKeyRing)).toBeUndefined();
  });
});

describe('a store that cannot be asked is an outage', () => {
  it.each([
    ['that knows another key', { secretKey: 'wrong' }],
    ['without the bucket', { bucket: 'another-bucket' }],
  ])('%s', async (_, change) => {
    const other = createS3Store({ ...options, ...change });
    for (const work of [() => other.put('k', bytes), () => other.get('attachments/a/1')]) {
      const failure = await failureOf(work());
      expect(isOutage(failure)).toBe(true);
      expect(failure).not.toBeInstanceOf(BlobMissingError);
    }
  });

  it('where nobody listens', async () => {
    const nobody = createS3Store({ ...options, url: `http://127.0.0.1:${await findFreePort()}` });
    expect(isOutage(await failureOf(nobody.get('a')))).toBe(true);
  });

  it('that does not answer in time', async () => {
    const silent = createServer((socket) => socket.on('error', () => undefined)).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    onTestFinished(() => void silent.close());
    const url = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
    const slow = createS3Store({ ...options, url, timeoutMs: 50 });
    expect(isOutage(await failureOf(slow.put('a', bytes)))).toBe(true);
  });
});
