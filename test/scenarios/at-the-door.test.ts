import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { changeContacts } from '../../db/repositories/station-contacts.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';
import { consistent, playPeople } from '../api/people.ts';
import { unzip } from '../api/unzip.ts';
import { sampleApplication } from '../house/case-driver.ts';
import { playAtCounter } from './counter.ts';

/** Whether a file of the archive opens with what every machine has. */
function isReadable(name: string, content: Uint8Array): boolean {
  const start = new TextDecoder('latin1').decode(content.subarray(0, 5));
  if (name.endsWith('.pdf')) return start === '%PDF-';
  if (name.endsWith('.png')) return start.slice(1, 4) === 'PNG';
  const text = new TextDecoder('utf-8', { fatal: true }).decode(content);
  return name.endsWith('.json') ? typeof JSON.parse(text) === 'object' : name.endsWith('.txt');
}

describe('what the door decides', () => {
  it('S35 a station that was merged away: the case goes to its successor', () =>
    playAtCounter(async ({ accept, door, house, at, on }) => {
      const merged = parseUnitCode('520302980000');
      const contacts = {
        ...{ unitCode: merged, dutyTelephone: null, faxNumbers: [], groupRobotUrl: null, version: 0 },
        lastConfirmedOn: on('2026-07-01'),
        succession: { successor: sampleApplication.homeStation, since: on('2026-07-01') },
        closure: null,
      };
      await changeContacts(house.owner, contacts, { by: 'test', at: at('2026-07-01T09:00:00+08:00') });
      const unit = await door.call('window', 'GET', `/v1/directory/units/${merged}`);
      expect(unit.json()).toMatchObject({ inForce: { unitCode: sampleApplication.homeStation } });
      const { caseNo, advice, application } = await accept({ homeStation: merged });
      expect(advice).toMatchObject([{ code: 'home_station_merged' }]);
      expect(application.homeStation).toBe(sampleApplication.homeStation);
      const { act, transmitted } = playPeople(door);
      await transmitted(caseNo);
      await act('liaison', caseNo, 'receive');
      await act('liaison', caseNo, 'answer', consistent);
      await act('window', caseNo, 'issue');
      await door.until(caseNo, ({ certificate }) => certificate !== null);
      const certificate = await door.call('window', 'GET', `/v1/cases/${caseNo}/certificate`);
      // Annex 1 prints the station that verified.
      expect(certificate.body).toContain('桃溪派出所');
    }));

  it('S51 a province sees the cases of its own stations on both sides, masked, and no certificate', () =>
    playAtCounter(async ({ door, sleepUntil }) => {
      const caseNo = await door.submit();
      await playPeople(door).transmitted(caseNo);
      const overdue = async () =>
        (await door.call('homeProvince', 'GET', '/v1/cases?overdue=true')).json<{ items: object[] }>().items;
      expect(await overdue()).toEqual([]);
      await sleepUntil('2026-11-10T09:00:00+08:00');
      expect(await overdue()).toMatchObject([{ caseNo }]);
      const before = door.logLines.length;
      const view = await door.call('homeProvince', 'GET', `/v1/cases/${caseNo}`);
      expect(view.json()).toMatchObject({ personalData: 'masked', caseNo });
      const opened = door.logLines.slice(before).map((line) => JSON.parse(line) as object);
      expect(opened).toContainEqual(
        expect.objectContaining({ route: '/v1/cases/:caseNo', officerId: 'officer-7', caseNo }),
      );
      const certificate = await door.call('homeProvince', 'GET', `/v1/cases/${caseNo}/certificate`);
      expect(certificate.statusCode).toBe(403);
      const statistics = await door.call('homeProvince', 'GET', '/v1/statistics?side=home');
      expect(statistics.json()).toMatchObject({ unitCode: '520000000000', total: { cases: 1 } });
      const others = await door.call('homeProvince', 'GET', '/v1/statistics?unit=440000000000');
      expect(others.statusCode).toBe(404);
    }));

  it('S51 the province that accepts sees its stations on both sides, nobody else’s, and each opening is logged', () =>
    playAtCounter(async ({ door, accept, sleepUntil }) => {
      const { act, readyForCollection, transmitted } = playPeople(door);
      const accepted = await readyForCollection((await accept()).caseNo);
      const { caseNo: verified } = await accept({ homeStation: '440106990000' }, 'stranger');
      await act('stranger', verified, 'transmit');
      const { caseNo: others } = await accept({}, 'stranger');
      const unanswered = await transmitted((await accept()).caseNo);

      const see = (path: string) => door.call('acceptingProvince', 'GET', path);
      const listed = (await see('/v1/cases')).json<{ items: { caseNo: string }[] }>().items;
      expect(listed.map(({ caseNo }) => caseNo).sort()).toEqual([accepted, verified, unanswered].sort());
      for (const [side, count] of [
        ['accepting', 2],
        ['home', 1],
      ] as const) {
        const statistics = await see(`/v1/statistics?side=${side}`);
        expect(statistics.json()).toMatchObject({ unitCode: '440000000000', total: { cases: count } });
      }
      expect((await see('/v1/statistics?unit=520000000000')).statusCode).toBe(404);
      expect((await see(`/v1/cases/${others}`)).statusCode).toBe(404);

      const { applicant } = sampleApplication;
      const before = door.logLines.length;
      const parts = ['', '/timeline', '/certificate', '/export', '/papers/verification_report'];
      const opened = [];
      for (const part of parts) {
        const { body, statusCode } = await see(`/v1/cases/${accepted}${part}`);
        for (const secret of [applicant.name, applicant.telephone, consistent.certificateText]) {
          expect(body).not.toContain(secret);
        }
        opened.push(statusCode);
      }
      expect(opened).toEqual([200, 200, 403, 403, 403]);
      const logged = door.logLines
        .slice(before)
        .map((line) => JSON.parse(line) as { msg: string; route: string; officerId: string; caseNo: string })
        .filter(({ msg }) => msg === 'request');
      expect(logged).toMatchObject(
        parts.map((part) => ({
          officerId: 'officer-13',
          caseNo: accepted,
          route: `/v1/cases/:caseNo${part.replace('verification_report', ':paperId')}`,
        })),
      );
      expect(JSON.stringify(logged)).not.toContain(applicant.name);

      // Its board: what is late of its own stations, apart from what others owe them.
      await sleepUntil('2026-11-10T09:00:00+08:00');
      const late = async (filter: string) =>
        (await see(`/v1/cases?overdue=true${filter}`))
          .json<{ items: { caseNo: string }[] }>()
          .items.map(({ caseNo }) => caseNo)
          .sort();
      expect(await late('')).toEqual([verified, unanswered].sort());
      expect(await late('&homeStation=440000000000')).toEqual([verified]);
      expect(await late('&acceptingStation=440000000000')).toEqual([unanswered]);
      expect(await late('&homeStation=440100000000')).toEqual([verified]);
      expect(await late('&homeStation=520000000000')).toEqual([unanswered]);
      expect(await late('&homeStation=999999999999')).toEqual([]);
    }));

  it('S50 both stations keep the same files of a finished case, each readable without the software', () =>
    playAtCounter(async ({ door }) => {
      const { act, readyForCollection, submitWithScan } = playPeople(door);
      const caseNo = await readyForCollection(await submitWithScan());
      await act('window', caseNo, 'collect', { collectedBy: 'applicant' });

      const archiveOf = async (person: 'window' | 'homeLeader') => {
        const { rawPayload } = await door.call(person, 'GET', `/v1/cases/${caseNo}/export`);
        const files = [...(await unzip(rawPayload))].sort(([one], [other]) => (one < other ? -1 : 1));
        for (const [name, content] of files) expect([name, isReadable(name, content)]).toEqual([name, true]);
        return files.map(
          ([name, content]) => `${name} ${createHash('sha256').update(content).digest('hex')}`,
        );
      };
      const archive = await archiveOf('window');
      expect(await archiveOf('homeLeader')).toEqual(archive);
      for (const file of [
        'README.txt',
        'application_form.pdf',
        'attachments/',
        'verification_report.pdf',
        'timeline.txt',
        'certificates/',
      ]) {
        expect(archive).toContainEqual(expect.stringContaining(file));
      }
    }));
});
