import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OutgoingDossier, Progress } from '../../activities/transmission-channels/channel.ts';
import type { FaxAttempts, FaxChannelDeps } from '../../activities/transmission-channels/fax.ts';
import { createFaxChannel } from '../../activities/transmission-channels/fax.ts';
import { createHylafaxClient } from '../../activities/transmission-channels/hylafax-client.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { FaxAttempt } from '../../domain/fax/attempt.ts';
import { parseInstant } from '../../domain/time/instant.ts';
import type { Course, FakeHylafax } from './fake-hylafax.ts';
import { createFakeHylafax } from './fake-hylafax.ts';

const now = parseInstant('2026-11-25T15:00:00+08:00');
const key = { caseNo: '44010699000020261102000019' as CaseNo, n: 2 };
const whyNone = '通讯录中没有该单位的传真号码。';
const address = { faxNumbers: ['0851-2888 0001', '0851-28880002'], whyNone };
const dossier: OutgoingDossier = { pages: 3, faxTiff: new TextEncoder().encode('II*\0 the dossier') };

let hylafax: FakeHylafax;
let attempts: FaxAttempts & { readonly all: FaxAttempt[] };
beforeEach(() => {
  hylafax = createFakeHylafax();
  hylafax.plan({ pages: 3 });
  attempts = rememberAttempts();
});
afterEach(() => {
  hylafax.remove();
});

function rememberAttempts() {
  const all: FaxAttempt[] = [];
  return {
    all,
    findLast: () => Promise.resolve(all.at(-1)),
    begin: (attempt: FaxAttempt) => Promise.resolve(void all.push(attempt)),
    end: (attempt: FaxAttempt, end: FaxAttempt['end']) =>
      Promise.resolve(void all.splice(all.indexOf(attempt), 1, { ...attempt, end })),
  };
}

function progress(heartbeat: Progress['heartbeat'] = () => undefined, signal = new AbortController().signal) {
  return { heartbeat, signal };
}

function fax(options: Partial<FaxChannelDeps> = {}, heartbeat?: Progress['heartbeat']) {
  const channel = createFaxChannel({
    client: createHylafaxClient(hylafax.settings),
    attempts,
    clock: { now: () => now },
    pollMs: 1,
    ...options,
  });
  return channel.hand(dossier, address, key, progress(heartbeat));
}

/** A course as it was seen on a real line. */
const sent: Course = [
  ['W', 0, 0],
  ['R', 0, 0],
  ['R', 2, 1],
  ['D', 3, 1],
];

describe('a fax', () => {
  it('is handed over when the last page was confirmed', async () => {
    hylafax.plan({ courses: [sent] });
    const heard: object[] = [];
    expect(await fax({}, (details) => heard.push(details))).toEqual({
      handedOverAt: now,
      deliveredAt: now,
      pages: 3,
      faxNumber: '085128880001',
    });
    expect(heard).toEqual([
      { tag: `${key.caseNo}/2/1`, state: 'W', pagesSent: 0 },
      { tag: `${key.caseNo}/2/1`, state: 'R', pagesSent: 0 },
      { tag: `${key.caseNo}/2/1`, state: 'R', pagesSent: 2 },
    ]);
    expect(attempts.all).toMatchObject([
      { attempt: 1, faxNumber: '085128880001', end: { outcome: 'sent', pagesSent: 3, jobId: 1 } },
    ]);
    expect(hylafax.documentOf(1)).toEqual(Buffer.from(dossier.faxTiff ?? []));
  });

  it('goes out in fine mode on A4 without a cover of the server, and is given up in time', async () => {
    hylafax.plan({ courses: [sent] });
    await fax();
    const [job] = hylafax.jobs();
    expect(job?.args.slice(0, -1)).toEqual(
      ['-n', '-N', '-m', '-s', 'a4', '-k', 'now + 78 minutes', '-t', '3', '-T', '6'].concat(
        ['-h', 'fax.test:4559', '-o', 'tongban', '-i', `${key.caseNo}/2/1`],
        ['-d', '085128880001'],
      ),
    );
  });

  it('that failed says why, and how far it came', async () => {
    hylafax.plan({ courses: [[['F', 1, 6, 'Busy signal detected; too many attempts to dial']]] });
    await expect(fax()).rejects.toMatchObject({
      code: 'fax_failed',
      message: '传真未发出：对方占线（拨号 6 次，已传 1 页，共 3 页）。',
    });
    expect(attempts.all).toMatchObject([{ end: { outcome: 'busy', pagesSent: 1 } }]);
  });

  it('that failed is sent anew when asked again, to the next number', async () => {
    hylafax.plan({ courses: [[['F', 0, 6, 'Busy signal detected']], sent, sent] });
    await expect(fax()).rejects.toMatchObject({ code: 'fax_failed' });
    expect(await fax()).toMatchObject({ faxNumber: '085128880002' });
    expect(hylafax.jobs().map(({ tag, number }) => [tag, number])).toEqual([
      [`${key.caseNo}/2/1`, '085128880001'],
      [`${key.caseNo}/2/2`, '085128880002'],
    ]);
  });

  it('is not confirmed when the server has fewer pages', async () => {
    hylafax.plan({ courses: [[['D', 2, 1]]] });
    await expect(fax()).rejects.toMatchObject({
      code: 'fax_not_confirmed',
      message: '传真服务器报告已传 2 页，应为 3 页，无法确认对方是否收到：请电话核实。',
    });
  });

  it('with which nothing happens is given up, and found again later', async () => {
    hylafax.plan({
      courses: [
        [
          ['W', 0, 0],
          ['W', 0, 0],
          ['W', 0, 0],
          ['D', 3, 1],
        ],
      ],
    });
    await expect(fax({ stallMs: 0 })).rejects.toMatchObject({
      code: 'fax_not_confirmed',
      message: '传真任务长时间没有进展，无法确认对方是否收到：请电话核实。',
    });
    expect(await fax()).toMatchObject({ pages: 3 });
    expect(hylafax.jobs()).toHaveLength(1);
  });

  it('goes on while its server does not answer', async () => {
    hylafax.plan({ courses: [['server_away', ['R', 1, 1], 'server_away', ['D', 3, 1]]] });
    expect(await fax()).toMatchObject({ deliveredAt: now });
  });
});

describe('a fax is never sent twice', () => {
  it('when its worker dies after the server took it', async () => {
    hylafax.plan({ courses: [sent] });
    const dies = () => {
      throw new Error('killed');
    };
    await expect(fax({}, dies)).rejects.toThrow('killed');
    expect(await fax()).toMatchObject({ deliveredAt: now });
    expect(hylafax.jobs()).toHaveLength(1);
  });

  it('when its worker dies before it could write down that it was sent', async () => {
    hylafax.plan({ courses: [sent] });
    const dies = { ...attempts, end: () => Promise.reject(new Error('killed')) };
    await expect(fax({ attempts: dies })).rejects.toThrow('killed');
    expect(await fax()).toMatchObject({ deliveredAt: now });
    expect(hylafax.jobs()).toHaveLength(1);
  });

  it('when it was sent and all about it is known', async () => {
    hylafax.plan({ courses: [sent] });
    const first = await fax();
    hylafax.remove();
    expect(await fax()).toEqual(first);
  });

  it('when the server has swept it away meanwhile: somebody has to telephone', async () => {
    hylafax.plan({ courses: [[['R', 0, 0], 'swept']] });
    await expect(fax()).rejects.toMatchObject({
      code: 'fax_not_confirmed',
      message: '传真服务器上已查不到该任务，无法确认对方是否收到：请电话核实。',
    });
    await expect(fax()).rejects.toMatchObject({ code: 'fax_not_confirmed' });
    expect(hylafax.jobs()).toHaveLength(1);
  });

  it('when nobody knows whether the server took it', async () => {
    hylafax.plan({ submission: 'taken_without_a_word', courses: [sent] });
    const client = createHylafaxClient({ ...hylafax.settings, submitTimeoutMs: 4000 });
    await expect(fax({ client })).rejects.toMatchObject({ code: 'service_unavailable' });
    expect(attempts.all).toMatchObject([{ end: null }]);
    expect(await fax()).toMatchObject({ deliveredAt: now });
    expect(hylafax.jobs()).toHaveLength(1);
  });
});

describe('without', () => {
  it('a server nothing is queued, and it is tried again', async () => {
    hylafax.plan({ submission: 'refused' });
    await expect(fax()).rejects.toMatchObject({ code: 'service_unavailable' });
    expect(attempts.all).toMatchObject([{ end: { outcome: 'not_queued' } }]);
    hylafax.plan({ submission: 'taken', courses: [sent] });
    expect(await fax()).toMatchObject({ deliveredAt: now });
  });

  it('the programs an administrator is told', async () => {
    const client = createHylafaxClient({ ...hylafax.settings, sendfax: '/nowhere/sendfax' });
    await expect(fax({ client })).rejects.toMatchObject({
      code: 'fax_not_configured',
      message: '找不到或无法运行传真程序 /nowhere/sendfax：请管理员检查 TONGBAN_FAX_* 设置。',
    });
  });

  it.each([
    [[], '通讯录中没有该单位的传真号码。'],
    [['0851-2888#1', 'lily@12345', '-d 12345; rm'], '通讯录中该单位的传真号码格式不正确。'],
  ])('a number that can be dialled nothing is tried (%j)', async (faxNumbers, message) => {
    const channel = createFaxChannel({
      client: createHylafaxClient(hylafax.settings),
      attempts,
      clock: { now: () => now },
    });
    await expect(channel.hand(dossier, { faxNumbers, whyNone }, key, progress())).rejects.toMatchObject({
      code: 'fax_number_missing',
      message,
    });
    expect(attempts.all).toEqual([]);
  });
});

it('waiting ends when it is told to, and the fax goes on', async () => {
  hylafax.plan({ courses: [[['R', 0, 1]]] });
  const stop = new AbortController();
  const channel = createFaxChannel({
    client: createHylafaxClient(hylafax.settings),
    attempts,
    clock: { now: () => now },
  });
  const stopsSoon = () => {
    setImmediate(() => {
      stop.abort();
    });
  };
  const waiting = channel.hand(dossier, address, key, progress(stopsSoon, stop.signal));
  await expect(waiting).rejects.toThrow(/abort/i);
  expect(attempts.all).toMatchObject([{ end: null }]);
});
