import { afterAll, expect, inject, it } from 'vitest';
import { connectDatabase } from '../../db/database.ts';
import { waitFor } from '../../platform/wait-for.ts';
import { open, startTcpProxy } from '../faults/harness/tcp-proxy.ts';

const server = new URL(inject('postgresUrl'));
const proxy = await startTcpProxy(Number(server.port));
server.port = String(proxy.port);
const database = connectDatabase({ url: server.href, role: 'owner', maxConnections: 4 });
afterAll(async () => {
  await database.close();
  await proxy.close();
});

const resets = 12;
const timeoutMs = 60_000;

it(
  'a pool whose connections are reset again and again goes on, and loses none of them',
  { timeout: 600_000 },
  async () => {
    let isOver = false;
    const answered: number[] = [];
    const ask = async (index: number, work: () => Promise<unknown>) => {
      while (!isOver) {
        await work().then(
          () => {
            answered[index] = (answered[index] ?? 0) + 1;
          },
          () => undefined,
        );
      }
    };
    const { client } = database;
    const plain = () => client`select 1`;
    const transaction = () =>
      client.begin(async (sql) => {
        await sql`select 1`;
        await Promise.all([sql`select 2`, sql`select 3`]);
        await sql`select pg_sleep(0.001)`;
      });
    // As many as there are connections: one that is lost is missed.
    const asking = [plain, plain, transaction, transaction].map((work, index) => ask(index, work));
    const everybodyIsAnswered = () => {
      const before = [...answered];
      const isAnswered = () => asking.every((_, index) => (answered[index] ?? 0) > (before[index] ?? 0));
      return waitFor(isAnswered, { timeoutMs, what: 'everybody to be answered' });
    };
    try {
      await everybodyIsAnswered();
      for (let reset = 1; reset <= resets; reset += 1) {
        proxy.set({ kind: reset % 2 === 0 ? 'cut' : 'silent' });
        proxy.set(open);
        await everybodyIsAnswered();
      }
    } finally {
      isOver = true;
    }
    await Promise.all(asking);
    expect(answered).toHaveLength(asking.length);
  },
);
