import type { Static } from '@fastify/type-provider-typebox';
import type { Executor } from '../db/database.ts';
import { listPersonsOfUnits } from '../db/repositories/directory.ts';
import type { AgendaItem } from '../domain/case/agenda-item.ts';
import { agenda } from '../domain/case/agenda.ts';
import { effectTitles } from '../domain/case/effect.ts';
import type { CaseState } from '../domain/case/state.ts';
import type { Seat } from '../domain/directory/chain.ts';
import type { DirectoryPerson } from '../domain/directory/person.ts';
import { postRules } from '../domain/directory/post.ts';
import { gapReasonTitles, resolveRecipients } from '../domain/directory/recipients.ts';
import { rungTitles } from '../domain/escalation/rung.ts';
import { unitOfCase } from '../domain/escalation/unit-of-case.ts';
import type { Instant } from '../domain/time/instant.ts';
import type { UnitTree } from '../domain/units/unit-tree.ts';
import { getUnit, pathOf } from '../domain/units/unit-tree.ts';
import type { ApiDeps } from './deps.ts';
import type { AgendaSchema } from './schemas/case-history.ts';

type AgendaItemView = Static<typeof AgendaSchema>['items'][number];

/** What will fire when, and whom the directory as it stands would name for it then. */
export async function agendaView(
  deps: Pick<ApiDeps, 'units' | 'clock'>,
  executor: Executor,
  state: CaseState,
): Promise<AgendaItemView[]> {
  const tree = await deps.units.tree();
  const units = [state.acceptingStation, state.homeStation].flatMap((station) =>
    pathOf(tree, station).map(({ code }) => code),
  );
  const viewing = { tree, persons: await listPersonsOfUnits(executor, units), now: deps.clock.now() };
  return agenda(state).map((item) => itemView(item, state, viewing));
}

interface Viewing {
  readonly tree: UnitTree;
  readonly persons: readonly DirectoryPerson[];
  readonly now: Instant;
}

function itemView(item: AgendaItem, state: CaseState, viewing: Viewing): AgendaItemView {
  const { kind, at } = item;
  if (item.kind === 'retry') {
    const pending = state.pending[item.effectKey];
    return { kind, at, title: `再次尝试${pending === undefined ? '' : effectTitles[pending.effect.type]}` };
  }
  const { rung, colour } = item.rung;
  return {
    kind,
    at,
    title: rungTitles[rung],
    clockKey: item.clockKey,
    rung,
    colour,
    ...toldView(item, state, viewing),
  };
}

function toldView(
  { at, rung: { to } }: Extract<AgendaItem, { kind: 'rung' }>,
  state: CaseState,
  { tree, persons, now }: Viewing,
): Required<Pick<AgendaItemView, 'to' | 'gaps'>> {
  const wanted = to.flatMap((audience): Seat[] =>
    audience.kind === 'post'
      ? [{ unitCode: unitOfCase(tree, state, audience.unit), post: audience.post }]
      : [],
  );
  const personsOf = (unitCode: Seat['unitCode']) => persons.filter((person) => person.unitCode === unitCode);
  // Who is on leave today may be back by then; what is overdue fires now.
  const { told, gaps } = resolveRecipients({ tree, personsOf, wanted, at: at < now ? now : at });
  return {
    to: [
      ...told.map(({ unitCode, post, personId }) => ({
        unitCode,
        unitName: getUnit(tree, unitCode).name,
        post,
        postTitle: postRules[post].title,
        personName: persons.find(({ id }) => id === personId)?.name ?? null,
      })),
      ...to
        .filter(({ kind }) => kind === 'applicant')
        .map(() => ({ unitCode: null, unitName: null, post: null, postTitle: '申请人', personName: null })),
    ],
    gaps: gaps.map(
      ({ unitCode, post, reason }) =>
        `${getUnit(tree, unitCode).name}：${postRules[post].title}${gapReasonTitles[reason]}`,
    ),
  };
}
