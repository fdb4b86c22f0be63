import type { BundleId } from '../../domain/notices/delivery.ts';
import type { LostNotice } from '../../domain/notices/giving-up.ts';
import { noticesOfGivingUp } from '../../domain/notices/giving-up.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { UnitTree } from '../../domain/units/unit-tree.ts';
import { getUnit, provinceOf } from '../../domain/units/unit-tree.ts';
import type { Executor } from '../../db/database.ts';
import { giveBundleUp, listNoticesOfBundle } from '../../db/repositories/delivery-bundles.ts';
import { addNotices, listCasesOfNotices } from '../../db/repositories/notices.ts';

/** Marks a message as given up and tells those who have to know, together; nothing when it got through after all. */
export async function giveUp(
  database: Executor,
  { id, tree, at }: { readonly id: BundleId; readonly tree: UnitTree; readonly at: Instant },
): Promise<void> {
  await database.transaction(async (transaction) => {
    const bundle = await giveBundleUp(transaction, id, at);
    if (bundle === undefined) return;
    const notices = await listNoticesOfBundle(transaction, id);
    const cases = await listCasesOfNotices(transaction, notices);
    const lost = notices.flatMap(({ caseNo, unitCode, role, kind }): LostNotice[] => {
      const code = unitCode ?? (caseNo === null ? undefined : cases.get(caseNo)?.acceptingStation);
      // Nobody is left to be told where the unit left the tree.
      if (code === undefined || !tree.has(code)) return [];
      const { name } = getUnit(tree, code);
      return [{ caseNo, role, kind, unit: { code, name, province: provinceOf(tree, code).code } }];
    });
    await addNotices(
      transaction,
      noticesOfGivingUp({ ...bundle, notices: lost }, at).map((notice) => ({
        ...notice,
        kind: 'delivery_failure',
        urgency: 'normal',
        createdAt: at,
      })),
    );
  });
}
