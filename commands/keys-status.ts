import { listKeyUse } from '../db/key-rotation.ts';
import { listObjectKeyUse } from '../db/sealed-objects.ts';
import { openAttachmentStore } from '../platform/blobs/open-store.ts';
import { loadConfig } from '../platform/config.ts';
import type { KeySet } from '../platform/key-ring.ts';
import { openKeyRing } from '../platform/key-ring-file.ts';
import { withOwner } from './owner-database.ts';
import { runCommand } from './run-command.ts';

const titles = { encryption: '加密', search: '检索' } as const;

/** Says which keys what is stored needs: `npm run keys:status`. Ids only, never a key. */
await runCommand(async () => {
  const config = loadConfig();
  const keyRing = openKeyRing(config);
  const store = openAttachmentStore(config.s3, keyRing);
  const uses = await withOwner(config, keyRing, async (owner) => [
    ...(await listKeyUse(owner)),
    ...(await listObjectKeyUse(owner, store)),
  ]);
  const content = keyRing.content();
  for (const purpose of ['encryption', 'search'] as const) {
    const set: KeySet = content[purpose];
    const missing = uses
      .filter((use) => use.purpose === purpose && !set.keys.has(use.key))
      .map(({ key }) => key);
    for (const id of new Set([...set.keys.keys(), ...missing])) {
      const of = uses.filter((use) => use.purpose === purpose && use.key === id);
      const count = of.reduce((sum, { values }) => sum + values, 0);
      const standing = id === set.primary ? '（现用）' : set.keys.has(id) ? '' : '（密钥环中没有！）';
      console.log(`${titles[purpose]}密钥 ${id}${standing}：${String(count)}项`);
      for (const { place, values } of of) console.log(`  ${place}：${String(values)}`);
    }
  }
});
