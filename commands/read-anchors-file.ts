import { readFile } from 'node:fs/promises';
import type { AuditAnchor } from '../domain/audit/entry.ts';
import { parseAnchors } from '../domain/audit/parse-anchors.ts';

/** Reads anchors that were kept. @throws {Error} for a file that is none of them. */
export async function readAnchorsFile(file: string): Promise<readonly AuditAnchor[]> {
  const anchors = parseAnchors(await readFile(file, 'utf8'));
  if (anchors === undefined) throw new Error(`${file} 不是锚点文件：应为 GET /v1/audit/anchors 的应答。`);
  return anchors;
}
