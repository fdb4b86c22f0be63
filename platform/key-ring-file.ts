import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import Type, { type Static } from 'typebox';
import { Value } from 'typebox/value';
import type { Config } from './config.ts';
import { ConfigError } from './config.ts';
import type { KeyId, KeyRing, KeyRingContent, KeySet } from './key-ring.ts';
import { createKeyRing, keyLength, newKeyRingContent } from './key-ring.ts';

const KeyIdSchema = Type.String({ pattern: '^[0-9a-f]{8}$' });
const KeySetSchema = Type.Object(
  {
    primary: KeyIdSchema,
    keys: Type.Array(
      Type.Object(
        { id: KeyIdSchema, key: Type.String({ pattern: '^[A-Za-z0-9+/]{43}=$' }) },
        { additionalProperties: false },
      ),
      { minItems: 1 },
    ),
  },
  { additionalProperties: false },
);
const FileSchema = Type.Object(
  { encryption: KeySetSchema, search: KeySetSchema },
  { additionalProperties: false },
);

/**
 * Where the ring of a deployment is kept. Outside production one in the data directory serves, made when it is not there.
 * @throws {ConfigError} in production without a setting: keys beside the data would protect nothing.
 */
export function keyRingFileOf({
  keyRing,
  dataDir,
  environment,
}: Pick<Config, 'keyRing' | 'dataDir' | 'environment'>): string {
  if (keyRing.file !== undefined) return keyRing.file;
  if (environment === 'production') {
    throw new ConfigError(
      '请设置 TONGBAN_KEY_RING_FILE（个人信息密钥环文件的路径，须与数据库分开保管、分开备份）；首次使用先运行 npm run keys:create。',
    );
  }
  const file = path.join(dataDir, 'keys', 'key-ring.json');
  createKeyRingFile(file);
  return file;
}

/** Opens the deployment's ring. @throws {ConfigError} when it cannot be had; never with anything of its content. */
export function openKeyRing(config: Pick<Config, 'keyRing' | 'dataDir' | 'environment'>): KeyRing {
  return openKeyRingFile(keyRingFileOf(config));
}

/**
 * The ring of a file, read anew whenever the file has changed: a key that was added, or made primary, is taken up without
 * a restart.
 */
export function openKeyRingFile(file: string): KeyRing {
  let seen = read(file);
  const latest = () => {
    // A stat takes 2 µs.
    if (stampOf(file) !== seen.stamp) seen = read(file);
    return seen.content;
  };
  return createKeyRing({ current: () => seen.content, latest });
}

/** Makes a new ring, readable by its owner only; one that is there stays. */
export function createKeyRingFile(file: string): 'created' | 'exists' {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const draft = writeDraft(file, newKeyRingContent());
  try {
    // Of two processes that start at once one keeps its ring, whole; the other takes that one.
    linkSync(draft, file);
    return 'created';
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return 'exists';
    throw error;
  } finally {
    unlinkSync(draft);
  }
}

/** Writes a ring over the one that is there, all or nothing. */
export function writeKeyRingFile(file: string, content: KeyRingContent): void {
  const { mode } = statSync(file);
  const draft = writeDraft(file, content);
  chmodSync(draft, mode & 0o777);
  renameSync(draft, file);
}

function writeDraft(file: string, { encryption, search }: KeyRingContent): string {
  const draft = `${file}.${randomUUID()}`;
  const text = JSON.stringify({ encryption: storedSet(encryption), search: storedSet(search) }, undefined, 2);
  writeFileSync(draft, `${text}\n`, { mode: 0o600, flush: true });
  return draft;
}

function storedSet({ primary, keys }: KeySet): Static<typeof KeySetSchema> {
  return {
    primary,
    keys: [...keys].map(([id, key]) => ({ id, key: Buffer.from(key).toString('base64') })),
  };
}

function stampOf(file: string): string {
  const { ino, mtimeMs, size } = statSync(file, { throwIfNoEntry: false }) ?? { ino: 0, mtimeMs: 0, size: 0 };
  return `${ino} ${mtimeMs} ${size}`;
}

function read(file: string): { readonly stamp: string; readonly content: KeyRingContent } {
  const stamp = stampOf(file);
  let stored: unknown;
  try {
    stored = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    // A fault of JSON quotes what it found, which would be keys.
    const code = cause instanceof Error && 'code' in cause ? `（${String(cause.code)}）` : '';
    throw new ConfigError(
      `密钥环文件 ${file} 无法读取${code}：请检查 TONGBAN_KEY_RING_FILE 的路径、读权限与内容。`,
    );
  }
  const sets = Value.Check(FileSchema, stored) ? stored : undefined;
  const encryption = keySetOf(sets?.encryption);
  const search = keySetOf(sets?.search);
  if (encryption === undefined || search === undefined) {
    throw new ConfigError(`密钥环文件 ${file} 的内容不合要求：请恢复备份；格式见 docs/privacy.md。`);
  }
  return { stamp, content: { encryption, search } };
}

function keySetOf(stored: Static<typeof KeySetSchema> | undefined): KeySet | undefined {
  const keys = new Map(
    (stored?.keys ?? []).map(({ id, key }) => [id as KeyId, new Uint8Array(Buffer.from(key, 'base64'))]),
  );
  const primary = stored?.primary as KeyId | undefined;
  const isWhole = [...keys.values()].every(({ length }) => length === keyLength);
  return primary !== undefined && keys.has(primary) && isWhole ? { primary, keys } : undefined;
}
