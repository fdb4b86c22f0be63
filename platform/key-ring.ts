import type { KeyObject } from 'node:crypto';
import { createCipheriv, createDecipheriv, createHmac, createSecretKey, randomBytes } from 'node:crypto';

/** Names a key wherever it was used: eight hexadecimal digits, by chance. */
export type KeyId = string & { readonly __brand: 'KeyId' };

/** Keys of one purpose: the primary is used for what is written, each of them for what is read. Oldest first. */
export interface KeySet {
  readonly primary: KeyId;
  readonly keys: ReadonlyMap<KeyId, Uint8Array>;
}

/** The keys of a deployment. What encrypts and what makes values searchable never share a key. */
export interface KeyRingContent {
  readonly encryption: KeySet;
  readonly search: KeySet;
}

/** What stands in the place of a value that can be looked for, `<key id>.<HMAC-SHA-256>`. */
export type SearchHash = string & { readonly __brand: 'SearchHash' };

/**
 * Seals bytes for storage, opens them again, and makes hashes by which equal values find each other. `context` says
 * what the bytes are and whose: sealed for another context they do not open.
 */
export interface KeyRing {
  seal(plain: Uint8Array, context: string): Uint8Array;
  /** @throws {UnknownKeyError} without its key, {SealBrokenError} for whatever was changed or stood elsewhere. */
  open(sealed: Uint8Array, context: string): Uint8Array;
  /** By the primary key, for storing. */
  searchHash(subject: string, text: string): SearchHash;
  /** By every key, for looking: while keys change, both forms stand in the table. */
  searchHashes(subject: string, text: string): SearchHash[];
  /** The keys as they are now. */
  content(): KeyRingContent;
}

/** A value was sealed with a key that the ring does not hold. */
export class UnknownKeyError extends Error {
  override readonly name = 'UnknownKeyError';
  constructor(id: string) {
    super(`密钥环中没有编号为 ${id} 的密钥：请恢复含有它的密钥环文件（TONGBAN_KEY_RING_FILE）。`);
  }
}

/** Stored bytes are not what was sealed for this place. */
export class SealBrokenError extends Error {
  override readonly name = 'SealBrokenError';
}

export const keyLength = 32;

// version (1), key id (4), nonce (12), tag (16), ciphertext
const version = 1;
const idStart = 1;
const nonceStart = 5;
const tagStart = 17;
const bodyStart = 33;
const cipher = 'aes-256-gcm';

/** Where the keys come from. `latest` also sees a ring that was changed since; `current` may lag behind. */
export interface KeySource {
  readonly current: () => KeyRingContent;
  readonly latest: () => KeyRingContent;
}

export function createKeyRing({ current, latest }: KeySource): KeyRing {
  const keyOf = (id: KeyId) => current().encryption.keys.get(id) ?? latest().encryption.keys.get(id);
  return {
    seal(plain, context) {
      const { primary, keys } = latest().encryption;
      const nonce = randomBytes(tagStart - nonceStart);
      const sealing = createCipheriv(cipher, keyObjectOf(getKey(keys, primary)), nonce).setAAD(
        Buffer.from(context),
      );
      const body = sealing.update(plain);
      sealing.final();
      const head = [Buffer.of(version), Buffer.from(primary, 'hex'), nonce, sealing.getAuthTag()];
      return Buffer.concat([...head, body]);
    },
    open(sealed, context) {
      const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
      if (bytes.length < bodyStart || bytes[0] !== version) throw new SealBrokenError('no sealed value');
      const id = bytes.subarray(idStart, nonceStart).toString('hex') as KeyId;
      const key = keyOf(id);
      if (key === undefined) throw new UnknownKeyError(id);
      const opening = createDecipheriv(cipher, keyObjectOf(key), bytes.subarray(nonceStart, tagStart))
        .setAAD(Buffer.from(context))
        .setAuthTag(bytes.subarray(tagStart, bodyStart));
      const plain = opening.update(bytes.subarray(bodyStart));
      try {
        opening.final();
      } catch (cause) {
        throw new SealBrokenError('a sealed value was changed, or moved from where it stood', { cause });
      }
      return plain;
    },
    searchHash(subject, text) {
      const { primary, keys } = latest().search;
      return hashBy(primary, getKey(keys, primary), subject, text);
    },
    searchHashes: (subject, text) =>
      [...latest().search.keys].map(([id, key]) => hashBy(id, key, subject, text)),
    content: latest,
  };
}

/** A ring that never changes. */
export function fixedKeyRing(content: KeyRingContent): KeyRing {
  return createKeyRing({ current: () => content, latest: () => content });
}

/**
 * The ring of a connection that was given none: it can neither write nor read personal data. For what has nothing to do
 * with them, as migrating.
 */
export const noKeyRing: KeyRing = createKeyRing({ current: refuse, latest: refuse });

function refuse(): never {
  throw new Error('this database connection was opened without a key ring');
}

/** How much of a sealed value {@link keyIdOf} needs. */
export const keyIdLength = nonceStart;

/** The id of the key that a value was sealed with. */
export function keyIdOf(sealed: Uint8Array): KeyId {
  return Buffer.from(sealed.subarray(idStart, nonceStart)).toString('hex') as KeyId;
}

/** Adds a key made by chance to a set; the primary stays what it was. */
export function withNewKey({ primary, keys }: KeySet): KeySet {
  return { primary, keys: new Map([...keys, ...newKeys()]) };
}

/** What turning to another key begins with: a key added before, one that is half turned to, or a new one. */
export type Turn = 'promoted' | 'resumed' | 'added';

/** The set with the key that is to be turned to as its primary, when the keys `used` are needed for what is stored. */
export function turned(set: KeySet, used: ReadonlySet<KeyId>): { readonly turn: Turn; readonly set: KeySet } {
  const newest = newestOf(set);
  if (newest !== set.primary) return { turn: 'promoted', set: { ...set, primary: newest } };
  if ([...used].some((id) => id !== set.primary)) return { turn: 'resumed', set };
  const added = withNewKey(set);
  return { turn: 'added', set: { ...added, primary: newestOf(added) } };
}

/** The set without keys that are neither needed nor going to be. */
export function withoutUnused({ primary, keys }: KeySet, used: ReadonlySet<KeyId>): KeySet {
  const ids = [...keys.keys()];
  const isOld = (id: KeyId) => ids.indexOf(id) < ids.indexOf(primary);
  return { primary, keys: new Map([...keys].filter(([id]) => used.has(id) || !isOld(id))) };
}

/** A ring with one key of each purpose. */
export function newKeyRingContent(): KeyRingContent {
  return { encryption: newKeySet(), search: newKeySet() };
}

function newKeySet(): KeySet {
  const keys = newKeys();
  return { primary: newestOf({ keys }), keys };
}

function newestOf({ keys }: Pick<KeySet, 'keys'>): KeyId {
  const newest = [...keys.keys()].at(-1);
  if (newest === undefined) throw new Error('a key ring has no key');
  return newest;
}

function newKeys(): Map<KeyId, Uint8Array> {
  return new Map([[randomBytes(nonceStart - idStart).toString('hex') as KeyId, randomBytes(keyLength)]]);
}

const keyObjects = new WeakMap<Uint8Array, KeyObject>();

/** A key as the ciphers take it. Made anew from its bytes for each value, sealing took 26 µs instead of 9. */
function keyObjectOf(key: Uint8Array): KeyObject {
  const made = keyObjects.get(key) ?? createSecretKey(key);
  keyObjects.set(key, made);
  return made;
}

function getKey(keys: KeySet['keys'], id: KeyId): Uint8Array {
  const key = keys.get(id);
  if (key === undefined) throw new UnknownKeyError(id);
  return key;
}

function hashBy(id: KeyId, key: Uint8Array, subject: string, text: string): SearchHash {
  // The subject first: equal texts of two kinds have nothing in common.
  const hash = createHmac('sha256', key).update(`${subject}\0${text}`).digest('base64url');
  return `${id}.${hash}` as SearchHash;
}
