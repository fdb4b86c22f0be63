import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { typedCode } from '../../domain/inquiry/printed-code.ts';
import { connectDatabase } from '../../db/database.ts';
import { fixedKeyRing, newKeyRingContent } from '../../platform/key-ring.ts';
import { createDoor, openHouseWithDoor } from '../api/door.ts';
import { playPeople } from '../api/people.ts';
import { marksOf, receiptCodeOf } from './printed-marks.ts';
import { ask } from './public.ts';

const { door, house, url, temporal } = await openHouseWithDoor();
const caseNo = await playPeople(door).readyForCollection(await door.submit());
const receiptCode = await receiptCodeOf(door, caseNo);
const { certificateNo, checkCode } = await marksOf(door, caseNo);
const printed = [
  [caseNo, typedCode(receiptCode)],
  [certificateNo, typedCode(checkCode)],
] as const;

async function dump(): Promise<string> {
  const tables = await house.owner.execute<{ name: string }>(
    sql`select quote_ident(tablename) as name from pg_tables where schemaname = 'public'`,
  );
  const rows: string[] = [];
  for (const { name } of tables) {
    const found = await house.owner.execute<{ row: string }>(sql.raw(`select t::text as row from ${name} t`));
    rows.push(...found.map(({ row }) => row));
  }
  return rows.join('\n');
}

/** What whoever has nothing but the dump would compute of each of the 2⁴⁰ codes. */
function digestsOf(no: string, code: string): string[] {
  const texts = [code, `${no} ${code}`, `${no}${code}`, `${code}${no}`, `${code} ${no}`];
  return ['md5', 'sha1', 'sha256', 'sha512'].flatMap((algorithm) =>
    texts.flatMap((text) =>
      (['hex', 'base64', 'base64url'] as const).map((encoding) =>
        createHash(algorithm).update(text).digest(encoding),
      ),
    ),
  );
}

describe('a stolen dump', () => {
  it('has nothing by which a printed code could be tried', async () => {
    const stolen = await dump();
    expect(stolen).toContain(certificateNo);
    for (const [no, code] of printed) {
      expect(digestsOf(no, code).filter((digest) => stolen.includes(digest))).toEqual([]);
    }
  });

  it('confirms no code to whoever runs the program on it without the key ring', async () => {
    const database = connectDatabase({
      ...{ url, role: 'tongban_api', maxConnections: 1 },
      keyRing: fixedKeyRing(newKeyRingContent()),
    });
    const thief = await createDoor(url, temporal.client, { database });
    const inquiry = { caseNo, code: receiptCode };
    const marks = { certificateNo, checkCode };
    expect((await ask(door.app, '/v1/status', inquiry)).statusCode).toBe(200);
    expect((await ask(door.app, '/v1/certificate-checks', marks)).statusCode).toBe(200);
    expect((await ask(thief.app, '/v1/status', inquiry)).statusCode).toBe(404);
    expect((await ask(thief.app, '/v1/certificate-checks', marks)).statusCode).toBe(404);
    await thief.close();
    await database.close();
  });

  it.each(['papers', 'certificates', 'public_attempts', 'idempotency_keys'])(
    'keeps in %s no hash that was made without a key, whoever writes',
    async (table) => {
      const columns = {
        papers: 'code_hash',
        certificates: 'check_code_hash',
        public_attempts: 'subject',
        idempotency_keys: 'key',
      } as Record<string, string>;
      const [row] = await house.owner.execute<{ holds: boolean }>(sql`
        select bool_or(pg_get_constraintdef(oid) like ${`%${columns[table] ?? ''} ~ %`}) as holds
        from pg_constraint where contype = 'c' and conrelid = ${table}::regclass`);
      expect(row?.holds).toBe(true);
    },
  );
});
