import type { AgendaItem } from '../case/agenda-item.ts';
import { agenda } from '../case/agenda.ts';
import { effectTitles } from '../case/effect.ts';
import { holderTitles } from '../case/holder.ts';
import { currentHolder } from '../case/projection.ts';
import type { CaseState } from '../case/state.ts';
import { rungTitles } from '../escalation/rung.ts';

/** What a case waits for, a sentence each: effects, whoever has it, and what will happen by itself. */
export function waitsFor(state: CaseState): string[] {
  if (state.status === 'closed') return ['案件已办结，不等待任何事项。'];
  const [next] = agenda(state);
  return [
    ...(state.paused === undefined
      ? []
      : [`管理员 ${state.paused.by.officerId} 自 ${minuteOf(state.paused.at)} 起暂停办理，等待恢复。`]),
    ...Object.values(state.pending).map(
      ({ effect, progress, failures }) =>
        `${effectTitles[effect.type]}：${progress.kind === 'running' ? '正在执行' : `已失败 ${failures} 次`}。`,
    ),
    `${holderTitles[currentHolder(state)]}办理。`,
    next === undefined ? '没有将自行发生的事项。' : `${minuteOf(next.at)}：${titleOf(next, state)}。`,
  ];
}

/** Instants are written with Beijing's offset. */
function minuteOf(at: AgendaItem['at']): string {
  return at.slice(0, 16).replace('T', ' ');
}

function titleOf(item: AgendaItem, { pending }: CaseState): string {
  if (item.kind === 'rung') return rungTitles[item.rung.rung];
  const effect = pending[item.effectKey]?.effect;
  return `自动重试${effect === undefined ? '' : effectTitles[effect.type]}`;
}
