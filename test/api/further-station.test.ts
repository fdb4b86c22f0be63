import { expect, it } from 'vitest';
import type { Person } from './door.ts';
import { openHouseWithDoor } from './door.ts';
import { playPeople } from './people.ts';

const { door } = await openHouseWithDoor();
const { act, transmitted } = playPeople(door);

it('whoever stands above a station that was only asked for its register decides nothing about the case', async () => {
  const caseNo = await transmitted(
    await door.submit({ matters: [{ code: 'KINSHIP', details: '与父亲的父子关系' }] }),
  );
  await act('liaison', caseNo, 'receive');
  const asking = { station: '650102990000', question: '是否登记有父子关系。' };
  await act('liaison', caseNo, 'request_further_verification', asking);
  const send = async (person: Person, method: 'POST' | 'PUT' | 'DELETE', work: string, body?: object) => {
    const response = await door.call(person, method, `/v1/cases/${caseNo}/${work}`, { body });
    return response.statusCode === 204 ? {} : response.json<object>();
  };
  const refused = { status: 403, code: 'unit_not_allowed' };
  const reason = '与本案无关的省份不能决定。';

  expect(await send('furtherAdministrator', 'POST', 'policy-migration', { reason })).toMatchObject(refused);
  expect(await send('homeAdministrator', 'POST', 'policy-migration', { reason })).toMatchObject({ caseNo });

  expect(await send('furtherAuditor', 'PUT', 'legal-hold', { reason })).toMatchObject(refused);
  expect(await send('homeAuditor', 'PUT', 'legal-hold', { reason })).toMatchObject({ reason });
  // It reads that the file that it will keep is held; who may release it are those who handle the case.
  expect((await door.call('furtherAuditor', 'GET', `/v1/cases/${caseNo}/legal-hold`)).statusCode).toBe(200);
  expect(await send('furtherAuditor', 'DELETE', 'legal-hold')).toMatchObject(refused);
  expect(await send('homeAuditor', 'DELETE', 'legal-hold')).toEqual({});
});
