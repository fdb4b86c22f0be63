import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const project = path.join(import.meta.dirname, '..');

/**
 * Fails when the schema holds a change that no migration brings: lets drizzle-kit write one into a copy and sees
 * whether it does. Its own `check` compares migrations with each other only and says that everything is fine.
 */
const copy = mkdtempSync(path.join(tmpdir(), 'tongban-migrations-'));
try {
  cpSync(path.join(project, 'db', 'migrations'), copy, { recursive: true });
  const before = new Set(readdirSync(copy));
  const drizzleKit = path.join(project, 'node_modules', '.bin', 'drizzle-kit');
  const schema = path.join('db', 'schema', 'index.ts');
  execFileSync(
    drizzleKit,
    [
      'generate',
      '--dialect',
      'postgresql',
      '--schema',
      schema,
      '--out',
      path.relative(project, copy),
      '--name',
      'drift',
    ],
    { cwd: project, stdio: 'pipe' },
  );
  const drift = readdirSync(copy).filter((file) => !before.has(file));
  for (const file of drift) console.error(readFileSync(path.join(copy, file), 'utf8'));
  if (drift.length > 0) {
    console.error('db/schema 的改动尚未写入迁移：请运行 npm run db:generate -- --name <改动的名字>。');
    process.exitCode = 1;
  } else {
    console.log('迁移与 db/schema 一致。');
  }
} finally {
  rmSync(copy, { recursive: true });
}
