import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Report } from '../../../commands/reconcile/reconcile.ts';
import { writeTestKeyRing } from '../../services/test-key-ring.ts';
import { namespace } from './backed-up-temporal.ts';
import { quickly } from '../../services/quickly.ts';

const program = path.join(import.meta.dirname, '..', '..', '..', 'commands', 'reconcile.ts');

/** Runs the command as an operator does, on a restored Postgres and Temporal. */
export async function runReconcile(
  { url, address, dir }: { readonly url: string; readonly address: string; readonly dir: string },
  ...options: readonly string[]
): Promise<{ exitCode: unknown; report: Report; text: string }> {
  const child = spawn(process.execPath, [...quickly, program, '--json', ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: '/usr/bin:/bin',
      TONGBAN_POSTGRES_ADMIN_URL: url,
      TONGBAN_TEMPORAL_ADDRESS: address,
      TONGBAN_TEMPORAL_NAMESPACE: namespace,
      TONGBAN_DATA_DIR: dir,
      TONGBAN_KEY_RING_FILE: writeTestKeyRing(dir),
    },
  });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const [exitCode] = (await once(child, 'close')) as unknown[];
  return { exitCode, text, report: JSON.parse(text.trimEnd().split('\n').at(-1) ?? '') as Report };
}
