import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { fuzz } from './fuzz.ts';
import type { Invariant } from './sound-database.ts';
import { unsoundIn } from './sound-database.ts';
import { openStage } from './stage.ts';

const stage = await openStage();

it('800 hostile inputs: no 500, nothing told, nothing kept half', { timeout: 600_000 }, async () => {
  const { findings, made } = await fuzz(stage, { seed: 20_261_201, count: 800, from: 0 });
  expect(findings).toEqual([]);
  // Among them are some that are taken: a verdict about refusals only would see nothing kept.
  expect(made).toBeGreaterThan(20);
});

const broken: readonly (readonly [Invariant, string])[] = [
  ['an attachment in the database has all of its pieces, in order', 'delete from attachment_chunks'],
  ['pieces are as large together as their attachment', 'update attachments set size_bytes = size_bytes + 1'],
  ['the papers of a case are counted from nought', 'update attachments set position = position + 1'],
  ['a case stands where its ledger ends', 'update cases set seq = seq + 1'],
  ['each event of a ledger is told to those who follow', 'delete from case_events'],
  ['both stations of a case see it', 'delete from case_scopes'],
  ['a key that has its answer has a good one', 'update idempotency_keys set status = 500'],
  ['a number that was given was counted', 'delete from number_sequences'],
];

it.each(broken)('misses it when %s no more', async (invariant, statement) => {
  class Undone extends Error {}
  const before = (await unsoundIn(stage.owner)).filter((each) => each.invariant === invariant).length;
  let after = 0;
  const breaking = stage.owner.transaction(async (transaction) => {
    await transaction.execute(sql.raw(statement));
    after = (await unsoundIn(transaction)).filter((each) => each.invariant === invariant).length;
    throw new Undone();
  });
  await expect(breaking).rejects.toBeInstanceOf(Undone);
  expect(after).toBeGreaterThan(before);
});
