import { isDeepStrictEqual } from 'node:util';
import { findCase } from '../../../db/repositories/cases.ts';
import { listEvents, recordStep } from '../../../db/repositories/ledger.ts';
import { evolve } from '../../../domain/case/evolve.ts';
import type { CaseState } from '../../../domain/case/state.ts';
import { figuresOf } from '../../../domain/statistics/station-figures.ts';
import { countedFigures } from '../../ledger.ts';
import type { Remedier, Treatment } from './remedier.ts';
import { applied, caseOf, minuteMs, notApplicable, notYet } from './remedier.ts';

/** Writes anew what lists are read from, as the ledger has it. */
export const reproject: Remedier<'reproject'> = {
  patienceMs: minuteMs,
  async apply(treatment) {
    const next = await fold(treatment);
    if (next === null) return notApplicable('该案件没有台账。');
    const tree = await treatment.units.tree();
    const figures = countedFigures(tree, figuresOf(next));
    const outcome = await recordStep(treatment.database, {
      caseNo: caseOf(treatment),
      events: [],
      next,
      figures,
      notices: [],
    });
    // The ledger has gone on meanwhile, and projected the case itself.
    return outcome === 'recorded' ? applied : reproject.apply(treatment, { remedy: 'reproject' });
  },
  async look(treatment) {
    const row = await findCase(treatment.database, caseOf(treatment));
    const state = await fold(treatment);
    return isDeepStrictEqual(row?.state, state)
      ? { standing: 'moved', finding: `读取模型与台账一致，均到第 ${row?.seq ?? 0} 步。` }
      : notYet;
  },
};

async function fold(treatment: Treatment): Promise<CaseState | null> {
  const events = await listEvents(treatment.database, caseOf(treatment));
  return events.reduce<CaseState | null>(evolve, null);
}
