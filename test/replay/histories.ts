import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.join(import.meta.dirname, 'histories');

/** The recorded histories by the name of their course, as JSON. */
export function readHistories(): { name: string; history: unknown }[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => ({
      name: path.basename(file, '.json'),
      history: JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as unknown,
    }));
}

export function writeHistory(name: string, history: unknown): void {
  writeFileSync(path.join(folder, `${name}.json`), `${JSON.stringify(history)}\n`);
}

/** Every text that a history holds, with its payloads (base64 in JSON) decoded. */
export function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value, Buffer.from(value, 'base64').toString('utf8')];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsOf);
}
