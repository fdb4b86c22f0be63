import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import {
  fixedKeyRing,
  keyIdOf,
  newKeyRingContent,
  noKeyRing,
  SealBrokenError,
  turned,
  UnknownKeyError,
  withNewKey,
  withoutUnused,
} from '../../platform/key-ring.ts';
import {
  createKeyRingFile,
  openKeyRing,
  openKeyRingFile,
  writeKeyRingFile,
} from '../../platform/key-ring-file.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'tongban-keys-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const content = newKeyRingContent();
const ring = fixedKeyRing(content);
const words = Buffer.from('李样例，520302199003070010');

describe('a sealed value', () => {
  it('opens to the same bytes for its own context, whatever they are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), fc.string(), (bytes, context) => {
        expect(new Uint8Array(ring.open(ring.seal(bytes, context), context))).toEqual(bytes);
      }),
    );
  });

  it('names its key, holds no plain text, and is never twice the same', () => {
    const [one, two] = [ring.seal(words, 'a'), ring.seal(words, 'a')];
    expect(keyIdOf(one)).toBe(content.encryption.primary);
    expect(Buffer.from(one).includes('样例')).toBe(false);
    expect(one).not.toEqual(two);
    expect(one.length).toBe(words.length + 33);
  });

  it('does not open elsewhere, nor when any one byte was changed', () => {
    const sealed = ring.seal(words, 'applications.name of A');
    expect(() => ring.open(sealed, 'applications.name of B')).toThrow(SealBrokenError);
    for (const index of sealed.keys()) {
      const tampered = Uint8Array.from(sealed);
      tampered[index] = (tampered[index] ?? 0) ^ 1;
      expect(() => ring.open(tampered, 'applications.name of A')).toThrow();
    }
    expect(() => ring.open(words, 'x')).toThrow(SealBrokenError);
  });

  it('needs its key, and a connection without a ring has none', () => {
    const other = fixedKeyRing(newKeyRingContent());
    expect(() => other.open(ring.seal(words, ''), '')).toThrow(UnknownKeyError);
    expect(() => noKeyRing.seal(words, '')).toThrow('without a key ring');
  });
});

describe('a search hash', () => {
  it('is the same for the same text of the same kind, by key', () => {
    const hash = ring.searchHash('id', '520302199003070010');
    expect(ring.searchHash('id', '520302199003070010')).toBe(hash);
    expect(ring.searchHash('telephone', '520302199003070010')).not.toBe(hash);
    expect(fixedKeyRing(newKeyRingContent()).searchHashes('id', '520302199003070010')).not.toContain(hash);
    expect(hash).not.toContain('5203');
  });

  it('is found under an old key while keys change', () => {
    const { search } = content;
    const { set } = turned(search, new Set([search.primary]));
    const turning = fixedKeyRing({ ...content, search: set });
    expect(turning.searchHash('id', 'x')).not.toBe(ring.searchHash('id', 'x'));
    expect(turning.searchHashes('id', 'x')).toContain(ring.searchHash('id', 'x'));
  });
});

describe('turning to another key', () => {
  const { encryption } = content;

  it('adds one, goes on when stopped, and takes one that was added before', () => {
    const added = turned(encryption, new Set([encryption.primary]));
    expect(added.turn).toBe('added');
    expect([...added.set.keys.keys()]).toEqual([encryption.primary, added.set.primary]);
    expect(turned(added.set, new Set([encryption.primary, added.set.primary]))).toEqual({
      turn: 'resumed',
      set: added.set,
    });
    const prepared = withNewKey(encryption);
    expect(prepared.primary).toBe(encryption.primary);
    expect(turned(prepared, new Set()).turn).toBe('promoted');
  });

  it('drops old keys that nothing needs, never a needed one nor one to come', () => {
    const { set } = turned(encryption, new Set());
    const coming = withNewKey(set);
    expect([...withoutUnused(coming, new Set()).keys.keys()]).toEqual([...coming.keys.keys()].slice(1));
    expect(withoutUnused(coming, new Set([encryption.primary])).keys.size).toBe(3);
  });
});

describe('the file of a ring', () => {
  it('is made once, for its owner only', () => {
    const file = path.join(folder, 'made', 'key-ring.json');
    expect(createKeyRingFile(file)).toBe('created');
    const before = readFileSync(file, 'utf8');
    expect(createKeyRingFile(file)).toBe('exists');
    expect(readFileSync(file, 'utf8')).toBe(before);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('is made in the data directory outside production, and asked for in production', () => {
    const own = { keyRing: {}, dataDir: path.join(folder, 'data') };
    const [first, second] = [1, 2].map(() => openKeyRing({ ...own, environment: 'development' }));
    expect(second?.open(first?.seal(words, '') ?? words, '')).toEqual(words);
    expect(() => openKeyRing({ ...own, environment: 'production' })).toThrow('TONGBAN_KEY_RING_FILE');
  });

  it('is read anew when it changed: an open ring writes with the new key and reads what others wrote', () => {
    const file = path.join(folder, 'turning.json');
    createKeyRingFile(file);
    const [writer, reader] = [openKeyRingFile(file), openKeyRingFile(file)];
    const before = writer.content();
    const old = writer.seal(words, '');
    chmodSync(file, 0o640);
    const { set } = turned(before.encryption, new Set());
    writeKeyRingFile(file, { ...before, encryption: set });
    const sealed = writer.seal(words, '');
    expect(keyIdOf(sealed)).toBe(set.primary);
    expect([reader.open(sealed, ''), reader.open(old, '')]).toEqual([words, words]);
    expect(statSync(file).mode & 0o777).toBe(0o640);
  });

  it('is refused with what to do, and without a word of what it holds', () => {
    const file = path.join(folder, 'broken.json');
    const secret = Buffer.alloc(32, 7).toString('base64');
    const keys = (key: string) => ({ primary: '00000000', keys: [{ id: '00000000', key }] });
    for (const text of [
      `{"encryption": ${secret}`,
      JSON.stringify({ encryption: keys(secret) }),
      JSON.stringify({ encryption: keys(secret), search: { ...keys(secret), primary: '00000001' } }),
      JSON.stringify({ encryption: keys(secret), search: keys(`${secret}!`) }),
    ]) {
      writeFileSync(file, text);
      const opening = () => openKeyRingFile(file);
      expect(opening).toThrow('密钥环文件');
      expect(opening).not.toThrow(secret.slice(0, 8));
    }
    expect(() => openKeyRingFile(path.join(folder, 'none.json'))).toThrow('ENOENT');
  });
});
