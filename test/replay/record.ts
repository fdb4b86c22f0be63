import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startVitest } from 'vitest/node';
import { currentVersion, writeKept } from './kept-histories.ts';

/** `npm run replay:record`: plays every scenario and the simulator's cases, and keeps the histories of this version. */
const recordingDir = mkdtempSync(path.join(tmpdir(), 'tongban-recording-'));
try {
  const played = await startVitest(['test/scenarios/', 'test/simulation/'], {
    watch: false,
    provide: { recordingDir },
  });
  await played.close();
  if (played.state.getCountOfFailedTests() > 0 || process.exitCode) {
    throw new Error('有场景未通过，历史未改动。');
  }
  tell();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  rmSync(recordingDir, { recursive: true, force: true });
}

function tell(): void {
  const files = readdirSync(recordingDir).sort();
  const read = (file: string) => readFileSync(path.join(recordingDir, file));
  const entries = files
    .filter((file) => file.endsWith('.played'))
    .map((file) => JSON.parse(read(file).toString('utf8')) as [string, string[]])
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const histories = new Map(
    files
      .filter((file) => file.endsWith('.json.br'))
      .map((file) => [path.basename(file, '.json.br'), read(file)] as const),
  );
  const { added, removed, bytes } = writeKept(Object.fromEntries(entries), histories);
  console.log(
    `版本 ${currentVersion}：${entries.length}个场景，${histories.size}份不同的历史，共${Math.ceil(bytes / 1024)} KB；` +
      `新增${added.length}份，移除${removed.length}份。`,
  );
  for (const name of [...added.map((name) => `+ ${name}`), ...removed.map((name) => `- ${name}`)])
    console.log(name);
}
