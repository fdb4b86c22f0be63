import { parseArgs } from 'node:util';
import type { Database } from '../db/database.ts';
import type { KeyUse } from '../db/key-rotation.ts';
import { holdingWriters, listKeyUse, nameOf, resealTable, sealedTables } from '../db/key-rotation.ts';
import { appendAudit } from '../db/repositories/audit.ts';
import { listObjectKeyUse, resealObjects } from '../db/sealed-objects.ts';
import { commandAct } from '../domain/audit/command-act.ts';
import { openAttachmentStore } from '../platform/blobs/open-store.ts';
import type { SealedStore } from '../platform/blobs/store.ts';
import { loadConfig } from '../platform/config.ts';
import type { KeyId, KeyRing, KeySet } from '../platform/key-ring.ts';
import { turned, withNewKey, withoutUnused } from '../platform/key-ring.ts';
import { keyRingFileOf, openKeyRingFile, writeKeyRingFile } from '../platform/key-ring-file.ts';
import { withOwner } from './owner-database.ts';
import { runCommand } from './run-command.ts';

type Purpose = KeyUse['purpose'];
interface Ring {
  readonly file: string;
  readonly keyRing: KeyRing;
  readonly store: SealedStore | undefined;
}

const purposes = ['encryption', 'search'] as const satisfies readonly Purpose[];
const titles = { encryption: '加密', search: '检索' } as const satisfies Record<Purpose, string>;
const remedies = {
  turned: '请先运行 npm run keys:rotate',
  until_gone: '其中的查询码、校验码只印在纸上，无法改用新密钥，须待其删除',
} as const satisfies Record<KeyUse['kept'], string>;
const turns = {
  added: '已生成并启用新的',
  promoted: '已启用先前加入的',
  resumed: '继续上次未完成的轮换，现用',
} as const;

/**
 * Turns to another key: `npm run keys:rotate`. Stopped at any point, the same command goes on. `-- --search` turns the key
 * of the search hashes, `-- --add` only adds a key, `-- --drop` takes out what nothing needs any more.
 */
await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      search: { type: 'boolean', default: false },
      add: { type: 'boolean', default: false },
      drop: { type: 'boolean', default: false },
    },
  });
  const config = loadConfig();
  const file = keyRingFileOf(config);
  const keyRing = openKeyRingFile(file);
  const ring = { file, keyRing, store: openAttachmentStore(config.s3, keyRing) };
  const purpose = values.search ? 'search' : 'encryption';
  if (values.add) {
    addKey(ring, purpose);
    return;
  }
  await withOwner(config, keyRing, (owner) =>
    values.drop ? drop(owner, ring) : rotate(owner, ring, purpose),
  );
});

function addKey({ file, keyRing }: Ring, purpose: Purpose): void {
  const content = keyRing.content();
  writeKeyRingFile(file, { ...content, [purpose]: withNewKey(content[purpose]) });
  console.log(
    `已加入一个${titles[purpose]}密钥，尚未启用：待所有进程都读到新的密钥环文件后，运行 npm run keys:rotate。`,
  );
}

async function rotate(owner: Database, { file, keyRing, store }: Ring, purpose: Purpose): Promise<void> {
  const content = keyRing.content();
  const uses = [...(await listKeyUse(owner)), ...(await listObjectKeyUse(owner, store))];
  const turnable = uses.filter(({ kept }) => kept === 'turned');
  const { turn, set } = turned(content[purpose], usedOf(turnable, purpose));
  if (turn !== 'resumed') writeKeyRingFile(file, { ...content, [purpose]: set });
  console.log(`${turns[turn]}${titles[purpose]}密钥 ${set.primary}。`);
  // Whoever was about to write with the key before has written by the next pass.
  for (let changed = 1; changed > 0;) {
    changed = 0;
    for (const table of sealedTables) {
      changed += await resealTable(owner, table, (rows) => {
        console.log(`${nameOf(table)}：已改用现用密钥${String(rows)}行`);
      });
    }
    changed += await resealObjects(owner, store, (files) => {
      console.log(`对象存储：已改用现用密钥${String(files)}份附件`);
    });
  }
  await appendAudit(owner, [commandAct('keys:rotate', set.primary)]);
  console.log(
    '轮换完成：所存内容已全部改用现用密钥。旧密钥仍可读；备份不再需要它们之后，可用 npm run keys:rotate -- --drop 移除。',
  );
}

async function drop(owner: Database, { file, keyRing, store }: Ring): Promise<void> {
  const before = keyRing.content();
  // Asked before writers have to wait: many objects take long, and none comes with a key that is not the primary.
  const objects = await listObjectKeyUse(owner, store);
  const { uses, after } = await holdingWriters(owner, async (rows, transaction) => {
    const uses = [...rows, ...objects];
    const after = {
      encryption: withoutUnused(before.encryption, usedOf(uses, 'encryption')),
      search: withoutUnused(before.search, usedOf(uses, 'search')),
    };
    const dropped = purposes.flatMap((purpose) => goneFrom(before[purpose], after[purpose]));
    // First the rows: without them no key goes.
    await appendAudit(
      transaction,
      dropped.map((id) => commandAct('keys:rotate --drop', id)),
    );
    writeKeyRingFile(file, after);
    return { uses, after };
  });
  for (const purpose of purposes) {
    const gone = goneFrom(before[purpose], after[purpose]);
    console.log(
      `${titles[purpose]}密钥：${gone.length === 0 ? '没有可移除的' : `已移除 ${gone.join('、')}`}。`,
    );
    for (const kept of ['turned', 'until_gone'] as const) {
      const of = uses.filter((use) => use.kept === kept);
      for (const [id, count] of stillNeeded(of, purpose, after[purpose])) {
        console.log(
          `${titles[purpose]}密钥：${id} 仍有${String(count)}项内容需要，未移除：${remedies[kept]}。`,
        );
      }
    }
  }
}

function goneFrom(before: KeySet, after: KeySet): readonly KeyId[] {
  return [...before.keys.keys()].filter((id) => !after.keys.has(id));
}

/** Keys before the primary that something needs, and how much. */
function stillNeeded(
  uses: readonly KeyUse[],
  purpose: Purpose,
  { primary, keys }: KeySet,
): ReadonlyMap<KeyId, number> {
  const counts = new Map<KeyId, number>();
  for (const { key, values } of uses.filter((use) => use.purpose === purpose)) {
    if (key !== primary && keys.has(key)) counts.set(key, (counts.get(key) ?? 0) + values);
  }
  return counts;
}

function usedOf(uses: readonly KeyUse[], purpose: Purpose): ReadonlySet<KeyId> {
  return new Set(uses.filter((use) => use.purpose === purpose).map(({ key }) => key));
}
