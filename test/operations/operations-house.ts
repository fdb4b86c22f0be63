import { randomUUID } from 'node:crypto';
import { afterAll } from 'vitest';
import type { RemedyStanding } from '../../domain/operations/remedy.ts';
import { endedStandings } from '../../domain/operations/remedy.ts';
import type { IncidentClass } from '../../domain/operations/incident.ts';
import { openNoticeChannels } from '../../activities/notices/channels/open-channels.ts';
import { loadConfig } from '../../platform/config.ts';
import { systemClock } from '../../platform/clock.ts';
import { waitFor } from '../../platform/wait-for.ts';
import { taskQueues } from '../../workflows/contract.ts';
import { incidentDetectorWorkflowName } from '../../workflows/operations/contract.ts';
import type { Door } from '../api/door.ts';
import { openDoor } from '../api/door.ts';
import type { House, HouseOptions, TemporalOfHouse } from '../house/house.ts';
import { createHouseDatabase, openHouse } from '../house/house.ts';
import { connectOwnNamespace } from '../house/temporal.ts';

/** An incident as an administrator reads it. */
export interface IncidentView {
  readonly id: number;
  readonly class: IncidentClass;
  readonly caseNo: string | null;
  readonly workflowId: string | null;
  readonly queue: string | null;
  readonly part: string | null;
  readonly attempts: number;
  readonly reason: string | null;
  readonly message: string;
  readonly endedAt: string | null;
  readonly build: string | null;
  readonly remedies: readonly { readonly remedy: string }[];
}

/** What came of a remedy. */
export interface RemedyView {
  readonly id: string;
  readonly standing: RemedyStanding;
  readonly finding: string | null;
  readonly decidedBy: string | null;
}

interface IncidentList {
  readonly groups: readonly { readonly class: IncidentClass; readonly count: number }[];
  readonly items: readonly IncidentView[];
}

/** A house that somebody looks after, and what its administrator sees. */
export interface OperationsHouse {
  readonly url: string;
  readonly temporal: TemporalOfHouse;
  readonly house: House;
  readonly door: Door;
  /** Has everything looked at once, as the Schedule does. */
  readonly look: () => Promise<void>;
  readonly list: (query?: string) => Promise<IncidentList>;
  /** Looks until an incident of the class is in the list. */
  readonly untilSeen: (wanted: IncidentClass, workflowId?: string) => Promise<IncidentView>;
  /** Has the administrator apply a remedy, and waits for what comes of it. */
  readonly remedy: (choice: object, caseNo?: string) => Promise<RemedyView>;
  /** Looks until none of the class is left. */
  readonly untilEnded: (ended: IncidentClass, workflowId?: string) => Promise<void>;
}

export async function openOperationsHouse(
  options: Omit<HouseOptions, 'temporal' | 'clock'> = {},
): Promise<OperationsHouse> {
  const url = await createHouseDatabase();
  const temporal = await connectOwnNamespace();
  // Every queue is served, so that nothing is an incident that no test has brought about.
  const channels = options.channels ?? openNoticeChannels(loadConfig({}).notices, 'development');
  const house = await openHouse(url, {
    ...{ temporal, clock: systemClock, queues: Object.values(taskQueues) },
    ...options,
    channels,
  });
  afterAll(() => house.close());
  const door = await openDoor(url, temporal.client);

  async function look(): Promise<void> {
    await temporal.client.workflow.execute(incidentDetectorWorkflowName, {
      workflowId: `incident-detector-${randomUUID()}`,
      taskQueue: taskQueues.operations,
      args: [],
    });
  }

  async function list(query = ''): Promise<IncidentList> {
    const response = await door.call('administrator', 'GET', `/v1/operations/incidents${query}`);
    if (response.statusCode !== 200) throw new Error(response.body);
    return response.json();
  }

  async function find(wanted: IncidentClass, workflowId?: string): Promise<IncidentView | undefined> {
    await look();
    const { items } = await list(`?class=${wanted}`);
    return items.find((item) => workflowId === undefined || item.workflowId === workflowId);
  }

  async function remedy(choice: object, caseNo?: string): Promise<RemedyView> {
    const body = { ...(caseNo === undefined ? {} : { caseNo }), choice, reason: '测试' };
    const response = await door.call('administrator', 'POST', '/v1/operations/remedies', { body });
    if (response.statusCode !== 202) throw new Error(response.body);
    const asked = response.json<RemedyView>();
    const address = `/v1/operations/remedies/${asked.id}`;
    if (asked.standing === 'awaiting_approval') {
      const decision = { body: { decision: 'agreed' } };
      await door.call('countyAdministrator', 'POST', `${address}/decision`, decision);
    }
    return waitFor(
      async () => {
        const now = (await door.call('administrator', 'GET', address)).json<RemedyView>();
        return endedStandings.some((ended) => ended === now.standing) && now;
      },
      { timeoutMs: 120_000, what: 'the end of a remedy' },
    );
  }

  return {
    ...{ url, temporal, house, door, look, list, remedy },
    untilSeen: (wanted, workflowId) =>
      waitFor(() => find(wanted, workflowId), { timeoutMs: 120_000, what: `an incident ${wanted}` }),
    async untilEnded(ended, workflowId) {
      const isOver = async () => (await find(ended, workflowId)) === undefined;
      await waitFor(isOver, { timeoutMs: 120_000, what: `the end of ${ended}` });
    },
  };
}
