import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { changeContacts } from '../../db/repositories/station-contacts.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';
import { consistent, playPeople } from '../api/people.ts';
import { unzip } from '../api/unzip.ts';
import { sampleApplication } from '../house/case-driver.ts';
import { playAtCounter } from './counter.ts';

describe('what the door decides', () => {
  it('S35 a station that was merged away: the case goes to its successor', () =>
    playAtCounter(async ({ door, house, at, on }) => {
      const merged = parseUnitCode('520302980000');
      const contacts = {
        ...{ unitCode: merged, dutyTelephone: null, faxNumbers: [], groupRobotUrl: null, version: 0 },
        lastConfirmedOn: on('2026-07-01'),
        succession: { successor: sampleApplication.homeStation, since: on('2026-07-01') },
        closure: null,
      };
      await changeContacts(house.owner, contacts, { by: 'test', at: at('2026-07-01T09:00:00+08:00') });
      const caseNo = await door.submit({ homeStation: merged });
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

  it('S50 both stations keep the same files of a finished case, each readable without the software', () =>
    playAtCounter(async ({ door }) => {
      const { act, readyForCollection } = playPeople(door);
      const caseNo = await readyForCollection(await door.submit());
      await act('window', caseNo, 'collect', { collectedBy: 'applicant' });

      const archiveOf = async (person: 'window' | 'homeLeader') => {
        const { rawPayload } = await door.call(person, 'GET', `/v1/cases/${caseNo}/export`);
        const files = [...(await unzip(rawPayload))].map(
          ([name, content]) => `${name} ${createHash('sha256').update(content).digest('hex')}`,
        );
        return files.sort();
      };
      const archive = await archiveOf('window');
      expect(await archiveOf('homeLeader')).toEqual(archive);
      for (const file of [
        'application_form.pdf',
        'verification_report.pdf',
        'timeline.txt',
        'certificates/',
      ]) {
        expect(archive).toContainEqual(expect.stringContaining(file));
      }
    }));
});
