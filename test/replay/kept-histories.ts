import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { historyFromJSON, historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import type { History } from '../../platform/temporal/divergence.ts';

const folder = path.join(import.meta.dirname, 'histories');
const suffix = '.json.br';

/** The histories that are kept, by the version of the product that wrote them. */
export const versions: readonly string[] = existsSync(folder) ? readdirSync(folder).sort() : [];

/** The version that is being built, whose histories alone are ever rewritten. */
export const currentVersion = (
  JSON.parse(readFileSync(path.join(import.meta.dirname, '..', '..', 'package.json'), 'utf8')) as {
    readonly version: string;
  }
).version;

/** Which histories came of a scenario, by its name; none where it starts no workflow. */
export type Index = Readonly<Record<string, readonly string[]>>;

/** A kept history. */
export interface KeptHistory {
  readonly version: string;
  /** Of its course. */
  readonly name: string;
  readonly history: History;
}

export function readIndex(version: string): Index {
  const file = path.join(folder, version, 'index.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Index) : {};
}

export function readKept(version: string): KeptHistory[] {
  return keptNames(version).map((name) => ({
    ...{ version, name },
    history: decode(readFileSync(path.join(folder, version, name + suffix))),
  }));
}

export function keptNames(version: string): string[] {
  const directory = path.join(folder, version);
  const files = existsSync(directory) ? readdirSync(directory).sort() : [];
  return files.filter((file) => file.endsWith(suffix)).map((file) => path.basename(file, suffix));
}

/**
 * Writes what was recorded of the current version. A course that is kept already stays the file that it is, so that
 * a refresh changes what has changed and nothing else; courses that nothing plays any more go.
 */
export function writeKept(index: Index, histories: ReadonlyMap<string, Buffer>) {
  const directory = path.join(folder, currentVersion);
  mkdirSync(directory, { recursive: true });
  const before = keptNames(currentVersion);
  const added = [...histories.keys()].filter((name) => !before.includes(name));
  const removed = before.filter((name) => !histories.has(name));
  for (const name of added)
    writeFileSync(path.join(directory, name + suffix), histories.get(name) ?? Buffer.of());
  for (const name of removed) rmSync(path.join(directory, name + suffix));
  writeFileSync(path.join(directory, 'index.json'), `${JSON.stringify(index, null, 2)}\n`);
  const sizes = [...histories.keys()].map((name) => readFileSync(path.join(directory, name + suffix)).length);
  return { added, removed, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}

/** Payloads as the text that they are: Base64 made a file nearly twice as large. */
export function encode(history: History): Buffer {
  return brotliCompressSync(
    JSON.stringify(JSON.parse(historyToJSON(history)), (_, value: unknown) =>
      isPayload(value)
        ? { metadata: value.metadata, text: Buffer.from(value.data, 'base64').toString('utf8') }
        : value,
    ),
  );
}

function decode(bytes: Buffer): History {
  return historyFromJSON(
    JSON.parse(brotliDecompressSync(bytes).toString('utf8'), (_, value: unknown) =>
      isText(value)
        ? { metadata: value.metadata, data: Buffer.from(value.text, 'utf8').toString('base64') }
        : value,
    ),
  );
}

function isPayload(value: unknown): value is { metadata: object; data: string } {
  return isObject(value) && isObject(value['metadata']) && typeof value['data'] === 'string';
}

function isText(value: unknown): value is { metadata: object; text: string } {
  return isObject(value) && isObject(value['metadata']) && typeof value['text'] === 'string';
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
