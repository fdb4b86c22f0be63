import { stillStandings } from '../../domain/operations/batch.ts';
import type { BatchStanding, ItemStanding } from '../../domain/operations/batch.ts';
import { waitFor } from '../../platform/wait-for.ts';
import type { Door, Person } from '../api/door.ts';

/** A batch as an administrator reads it. */
export interface BatchView {
  readonly id: string;
  readonly standing: BatchStanding;
  readonly total: number;
  readonly waiting: number;
  readonly underWay: number;
  readonly results: readonly { readonly standing: ItemStanding; readonly count: number }[];
  readonly lastTakenAbout: string | null;
  readonly decidedBy: string | null;
}

export interface BatchItemView {
  readonly caseNo: string | null;
  readonly standing: ItemStanding;
  readonly finding: string | null;
  readonly remedyId: string | null;
  readonly divergence: { readonly eventId: number | null; readonly actual: string | null } | null;
}

interface Asked {
  readonly action: object;
  readonly filter: object;
  readonly ratePerMinute?: number;
}

const root = '/v1/operations/batches';

/** What an administrator does with batches. */
export function openBatchDesk(door: Door) {
  async function getOk<T>(url: string): Promise<T> {
    const response = await door.call('administrator', 'GET', url);
    if (response.statusCode !== 200) throw new Error(response.body);
    return response.json<T>();
  }

  const read = (id: string) => getOk<BatchView>(`${root}/${id}`);

  async function until(id: string, what: string, isSo: (view: BatchView) => boolean): Promise<BatchView> {
    const look = async () => {
      const view = await read(id);
      return isSo(view) && view;
    };
    return waitFor(look, { timeoutMs: 120_000, what });
  }

  return {
    read,
    until,
    preview: (asked: Asked, person: Person = 'administrator') =>
      door.call(person, 'POST', `${root}/preview`, { body: asked }),
    ask: (asked: Asked, person: Person = 'administrator') => {
      const body = { ...asked, reason: '测试', ratePerMinute: asked.ratePerMinute ?? 600 };
      return door.call(person, 'POST', root, { body });
    },
    /** @throws {Error} with the answer when it is refused. */
    async request(asked: Asked, person: Person = 'administrator'): Promise<BatchView> {
      const response = await this.ask(asked, person);
      if (response.statusCode !== 202) throw new Error(response.body);
      return response.json();
    },
    untilEnded: (id: string) =>
      until(id, 'the end of a batch', ({ standing }) => stillStandings.some((still) => still === standing)),
    async items(id: string, query = ''): Promise<readonly BatchItemView[]> {
      return (await getOk<{ items: BatchItemView[] }>(`${root}/${id}/items${query}`)).items;
    },
    report: (id: string) => door.call('administrator', 'GET', `${root}/${id}/items?format=csv`),
    stop: (id: string) => door.call('administrator', 'POST', `${root}/${id}/stop`, {}),
    decide: (id: string, person: Person, decision: 'agreed' | 'declined') =>
      door.call(person, 'POST', `${root}/${id}/decision`, { body: { decision } }),
  };
}
