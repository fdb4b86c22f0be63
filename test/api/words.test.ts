import { describe, expect, it } from 'vitest';
import { inTransit, proposed, verifying } from '../domain/case/roads.ts';
import { actor } from '../domain/case/commands.ts';
import type { Person } from './door.ts';
import { openLedgerDoor } from './ledger-door.ts';

const { door, keep } = await openLedgerDoor('2026-11-04T09:00:00+08:00');

interface Item {
  readonly type: string;
  readonly words: object | null;
}

async function timeline(caseNo: string, person: Person): Promise<Item[]> {
  const response = await door.call(person, 'GET', `/v1/cases/${caseNo}/timeline`);
  return response.json<{ items: Item[] }>().items;
}

const view = async (caseNo: string, person: Person) =>
  (await door.call(person, 'GET', `/v1/cases/${caseNo}`)).json<object>();

const description = '第2页看不清。';
const reason = '本所无此人。';

describe('what one station writes', () => {
  it('of a defect, a completion and a call is read by the other, where it happened and where it matters', async () => {
    const ledger = verifying()
      .do('report_defect')
      .do('request_completion')
      .do('log_call', {}, actor('liaison_officer'));
    const caseNo = await keep(ledger, {
      defect_reported: { act: 'report_defect', description },
      completion_requested: { act: 'request_completion', items: ['户口簿首页'], reason: '首次遗漏' },
      call_logged: { act: 'log_call', number: '020-38880001', remarks: '无人接听' },
    });
    const said = (await timeline(caseNo, 'window')).filter(({ words }) => words !== null);
    expect(said).toMatchObject([
      { type: 'defect_reported', words: { act: 'report_defect', description } },
      { type: 'completion_requested', words: { items: ['户口簿首页'], reason: '首次遗漏' } },
      { type: 'call_logged', words: { number: '020-38880001', remarks: '无人接听' } },
    ]);
    expect(await view(caseNo, 'window')).toMatchObject({
      defect: 'pages_missing',
      defectDescription: description,
      completion: { items: ['户口簿首页'], reason: '首次遗漏' },
    });
  });

  it('of a return is read until the case goes elsewhere', async () => {
    const caseNo = await keep(verifying().do('return_dossier'), {
      dossier_returned: { act: 'return_dossier', reason },
    });
    expect(await view(caseNo, 'window')).toMatchObject({
      returned: { reason: 'not_our_register', explanation: reason },
    });
  });

  it('is not read by whoever sees the case masked', async () => {
    const caseNo = await keep(verifying().do('report_defect'), {
      defect_reported: { act: 'report_defect', description },
    });
    for (const person of ['acceptingCounty', 'homeProvince', 'administrator'] as const) {
      expect((await timeline(caseNo, person)).filter(({ words }) => words !== null)).toEqual([]);
    }
    for (const person of ['acceptingCounty', 'homeProvince'] as const) {
      expect(JSON.stringify(await view(caseNo, person))).not.toContain(description);
    }
  });

  it('is not taken for the words of a later defect that a receipt reported by its pages', async () => {
    const ledger = inTransit().do('report_defect').do('transmit').handOver();
    ledger.do('transmit', { channel: 'fax' }).handOver({ pages: 3 }).do('receive', { pagesReceived: 1 });
    const caseNo = await keep(ledger, {
      defect_reported: { act: 'report_defect', description },
      dossier_received: { act: 'receive', pagesReceived: 1 },
    });
    const seen = await view(caseNo, 'window');
    expect(seen).toMatchObject({ defect: 'pages_missing' });
    expect(seen).not.toHaveProperty('defectDescription');
    const last = (await timeline(caseNo, 'window')).filter(({ type }) => type === 'defect_reported').at(-1);
    expect(last?.words).toBeNull();
  });

  it('of an answer stands with its proposal and with what a second person made of it', async () => {
    const words = { act: 'answer', source: 'paper_register', certificateText: '系母女关系。' } as const;
    const caseNo = await keep(proposed().do('confirm_answer', {}, actor('station_leader')), {
      answer_proposed: words,
    });
    const said = (await timeline(caseNo, 'window')).filter((item) => item.words !== null);
    expect(said).toMatchObject([
      { type: 'answer_proposed', words },
      { type: 'answer_recorded', words },
    ]);
  });
});
