import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { KeyId, KeyRing, KeyRingContent } from '../../platform/key-ring.ts';
import { fixedKeyRing } from '../../platform/key-ring.ts';

const encryption = { id: '7e570001' as KeyId, key: new Uint8Array(32).fill(1) };
const search = { id: '7e570002' as KeyId, key: new Uint8Array(32).fill(2) };

const setOf = ({ id, key }: typeof encryption) => ({ primary: id, keys: new Map([[id, key]]) });

/** The keys of all tests: one process seals what another opens. */
export const testKeys: KeyRingContent = { encryption: setOf(encryption), search: setOf(search) };

export const testKeyRing: KeyRing = fixedKeyRing(testKeys);

/** The same keys for a process of its own. */
export function writeTestKeyRing(folder: string): string {
  const file = path.join(folder, 'key-ring.json');
  const stored = ({ id, key }: typeof encryption) => ({
    primary: id,
    keys: [{ id, key: Buffer.from(key).toString('base64') }],
  });
  writeFileSync(file, JSON.stringify({ encryption: stored(encryption), search: stored(search) }));
  return file;
}
