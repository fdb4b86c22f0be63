import type { Static } from '@fastify/type-provider-typebox';
import type { Executor } from '../db/database.ts';
import type { DirectoryPart } from '../db/directory-part.ts';
import { readDirectoryFor } from '../db/directory-part.ts';
import type { AgendaItem } from '../domain/case/agenda-item.ts';
import { agenda } from '../domain/case/agenda.ts';
import { effectTitles } from '../domain/case/effect.ts';
import { stationsOf } from '../domain/case/further-verification.ts';
import { audienceOf } from '../domain/case/rung-audience.ts';
import type { CaseState } from '../domain/case/state.ts';
import { postRules } from '../domain/directory/post.ts';
import type { Directory } from '../domain/directory/recipients.ts';
import { gapReasonTitles } from '../domain/directory/recipients.ts';
import { resolveAudienceOn } from '../domain/escalation/resolve-audience.ts';
import { allStations } from '../domain/escalation/unit-of-case.ts';
import { rungTitles } from '../domain/escalation/rung.ts';
import type { PlainDate } from '../domain/time/plain-date.ts';
import { localDateOf } from '../domain/time/plain-date.ts';
import { getUnit } from '../domain/units/unit-tree.ts';
import type { ApiDeps } from './deps.ts';
import type { AgendaSchema } from './schemas/case-history.ts';

type AgendaItemView = Static<typeof AgendaSchema>['items'][number];

/** What will fire when, and whom the directory as it stands would name for it then. */
export async function agendaView(
  deps: Pick<ApiDeps, 'units' | 'escalationChannels' | 'clock'>,
  executor: Executor,
  state: CaseState,
): Promise<AgendaItemView[]> {
  const tree = await deps.units.tree();
  const now = deps.clock.now();
  const stations = allStations(stationsOf(state));
  return Promise.all(
    agenda(state).map(async (item) => {
      // Who is on leave today may be back by then; what is overdue fires now.
      const day = localDateOf(item.at < now ? now : item.at);
      const { directory, persons } = await readDirectoryFor(executor, tree, stations, day);
      const { escalationChannels } = deps;
      return itemView(item, state, { directory: { ...directory, escalationChannels }, persons, day });
    }),
  );
}

interface Viewing extends Pick<DirectoryPart, 'persons'> {
  readonly directory: Directory;
  readonly day: PlainDate;
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
  item: Extract<AgendaItem, { kind: 'rung' }>,
  state: CaseState,
  { directory, persons, day }: Viewing,
): Required<Pick<AgendaItemView, 'to' | 'gaps'>> {
  const { tree } = directory;
  const { told, gaps } = resolveAudienceOn(directory, stationsOf(state), audienceOf(item, state), day);
  return {
    to: [
      ...told.map(({ unitCode, post, personId }) => ({
        unitCode,
        unitName: getUnit(tree, unitCode).name,
        post,
        postTitle: postRules[post].title,
        personName: persons.find(({ id }) => id === personId)?.name ?? null,
      })),
      ...item.rung.to
        .filter(({ kind }) => kind === 'applicant')
        .map(() => ({ unitCode: null, unitName: null, post: null, postTitle: '申请人', personName: null })),
    ],
    gaps: gaps.map(
      ({ unitCode, post, reason }) =>
        `${getUnit(tree, unitCode).name}：${postRules[post].title}${gapReasonTitles[reason]}`,
    ),
  };
}
