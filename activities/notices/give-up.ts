import { postRules } from '../../domain/directory/post.ts';
import { inboxOn } from '../../domain/directory/workplace.ts';
import { channels } from '../../domain/notices/channel.ts';
import type { BundleId } from '../../domain/notices/delivery.ts';
import type { LostNotice } from '../../domain/notices/giving-up.ts';
import { noticesOfGivingUp } from '../../domain/notices/giving-up.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { localDateOf } from '../../domain/time/plain-date.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import type { UnitTree } from '../../domain/units/unit-tree.ts';
import { getUnit, provinceOf } from '../../domain/units/unit-tree.ts';
import type { Executor } from '../../db/database.ts';
import { giveBundleUp, listNoticesOfBundle } from '../../db/repositories/delivery-bundles.ts';
import { readWorkplaces } from '../../db/directory-part.ts';
import { addNotices, listCasesOfNotices } from '../../db/repositories/notices.ts';
import { counter } from '../../platform/metrics/metrics.ts';

const givenUp = counter('tongban_deliveries_given_up_total');
// Of a series that begins with its first message, Prometheus would see no increase.
for (const channel of channels) givenUp.inc({ channel }, 0);

/** Marks a message as given up and tells those who have to know, together; nothing when it got through after all. */
export async function giveUp(
  database: Executor,
  { id, tree, at }: { readonly id: BundleId; readonly tree: UnitTree; readonly at: Instant },
): Promise<void> {
  const channel = await database.transaction(async (transaction) => {
    const bundle = await giveBundleUp(transaction, id, at);
    if (bundle === undefined) return undefined;
    const notices = await listNoticesOfBundle(transaction, id);
    const cases = await listCasesOfNotices(transaction, notices);
    const workplaces = await readWorkplaces(transaction, tree);
    const lost = notices.flatMap(({ caseNo, unitCode, role, kind }): LostNotice[] => {
      const accepting = caseNo === null ? undefined : cases.get(caseNo)?.acceptingStation;
      const isStaffs = unitCode !== null && role !== null;
      const code = isStaffs ? unitCode : accepting;
      // Nobody is left to be told where the unit left the tree.
      if (code === undefined || !tree.has(code)) return [];
      if (isStaffs) return [{ caseNo, kind, for: 'staff', role, unit: unitOf(tree, code) }];
      const desk = inboxOn(workplaces, { unitCode: code, post: 'window_officer' }, localDateOf(at));
      const { inbox } = postRules[desk.post];
      return [{ caseNo, kind, for: 'applicant', role: inbox, unit: unitOf(tree, desk.unitCode) }];
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
    return bundle.channel;
  });
  if (channel !== undefined) givenUp.inc({ channel });
}

function unitOf(tree: UnitTree, code: UnitCode): LostNotice['unit'] {
  return { code, name: getUnit(tree, code).name, province: provinceOf(tree, code).code };
}
