import postgres from 'postgres';
import { loadConfig } from '../../platform/config.ts';
import { startEmbeddedStack } from '../../platform/embedded/stack.ts';

/** A program for the tests: starts the parts, prints their process ids as one JSON line, and stays until stopped. */
const stack = await startEmbeddedStack({
  config: loadConfig(),
  progress: (line) => {
    console.error(line);
  },
  temporalUi: 'none',
});
stack.beforeStop(async () => {
  // Long enough for a signal that reached Postgres as well to cut it off.
  const sql = postgres(stack.postgres.url, { max: 1 });
  const rows = await sql`select pg_sleep(0.5), 'served' as answer`.catch(() => [{ answer: 'gone' }]);
  console.log(JSON.stringify({ whileStopping: rows[0]?.['answer'] as string }));
  await sql.end();
});
console.log(JSON.stringify({ pids: [stack.postgres.pid, stack.temporal.pid] }));
console.log(JSON.stringify({ crashed: await stack.crashed }));
await stack.stop();
