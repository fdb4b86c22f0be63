import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { AuditReport } from './dependencies/advisories.ts';
import { graveAdvisories } from './dependencies/advisories.ts';
import type { InstalledPackage } from './dependencies/licences.ts';
import { licenceFaults, licenceTally } from './dependencies/licences.ts';
import { runCommand } from './run-command.ts';

const project = path.join(import.meta.dirname, '..');
const maxOutputBytes = 64 * 1024 * 1024;

/** `npm run check:dependencies`: under which licences the product runs, and whether an advisory speaks against a package. */
await runCommand(async () => {
  const packages = JSON.parse(await npm('query', '.prod')) as InstalledPackage[];
  for (const [licence, count] of licenceTally(packages)) console.log(`${licence}　${String(count)}`);
  const faults = licenceFaults(packages);
  const report = JSON.parse(await npm('audit', '--omit=dev', '--json')) as AuditReport;
  if (report.vulnerabilities === undefined) console.warn('软件包登记处不提供安全公告，本次未核对。');
  for (const fault of [...faults, ...graveAdvisories(report)]) {
    console.error(fault);
    process.exitCode = 1;
  }
});

/** What npm says; it ends with 1 where an audit finds something, and says so all the same. */
async function npm(...args: readonly string[]): Promise<string> {
  const run = promisify(execFile)('npm', [...args], { cwd: project, maxBuffer: maxOutputBytes });
  const { stdout } = await run.catch((error: unknown) => {
    if (error instanceof Error && 'stdout' in error && error.stdout !== '')
      return error as { stdout: string };
    throw error;
  });
  return stdout;
}
