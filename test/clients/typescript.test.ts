import { beforeAll, describe, expect, expectTypeOf, it } from 'vitest';
import type { Case, ProblemCode, TongbanClient } from '../../clients/typescript/client.ts';
import { createTongbanClient, dataOf, isCase, ProblemError } from '../../clients/typescript/client.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';
import type { Role } from '../../domain/roles.ts';
import type { Door } from '../api/door.ts';
import { anotherApplication, openHouseWithDoor } from '../api/door.ts';
import { scan } from '../api/people.ts';

const { door } = await openHouseWithDoor();

let officer: TongbanClient;
let liaison: TongbanClient;

beforeAll(async () => {
  const baseUrl = await door.app.listen({ host: '127.0.0.1', port: 0 });
  officer = clientOf(door, baseUrl, 'window_officer', '440106990000');
  liaison = clientOf(door, baseUrl, 'liaison_officer', '520302990000');
});

function clientOf({ issuer }: Door, baseUrl: string, role: Role, unit: string): TongbanClient {
  const token = () =>
    issuer.sign({ officerId: `client-${role}`, roles: [role], unitCode: parseUnitCode(unit) });
  return createTongbanClient({ baseUrl, token });
}

function present(answer: Case | object): Case {
  if (!isCase(answer as Case)) throw new Error('the case is not there yet');
  return answer as Case;
}

describe('the TypeScript client', () => {
  it('plays a case with its papers from the counter to the certificate', async () => {
    const papers = [
      { fileName: '身份证件.png', content: new Blob([new Uint8Array(scan)], { type: 'image/png' }) },
    ];
    const { caseNo } = await officer.submit(anotherApplication(), papers);
    await officer.act(caseNo, 'transmit', {});
    await liaison.act(caseNo, 'receive', {});
    await liaison.act(caseNo, 'answer', {
      result: 'consistent',
      source: 'population_system',
      certificateText: '申请人曾用名李例，于2008年5月12日变更。',
    });
    const issued = present(await officer.act(caseNo, 'issue', {}));
    expect(issued).toMatchObject({ status: 'issued', attachments: [{ mediaType: 'image/png' }] });
    const pdf = await officer.getCertificate(caseNo);
    expect([pdf.type, (await pdf.text()).slice(0, 5)]).toEqual(['application/pdf', '%PDF-']);
    expect(present(await officer.getCase(caseNo)).certificate).toEqual(issued.certificate);
  });

  it('throws what the service says, field by field', async () => {
    const broken = { ...anotherApplication(), agreed: false };
    const refused = officer.submit(broken);
    await expect(refused).rejects.toBeInstanceOf(ProblemError);
    await expect(refused).rejects.toMatchObject({
      problem: { code: 'application_not_eligible', errors: [{ pointer: '/agreed' }] },
    });
  });

  it('submits many, and is told of each what became of it', async () => {
    const items = [anotherApplication(), { ...anotherApplication(), agreed: false }].map(
      (application, n) => ({
        ...{ key: `many-${n}`, application },
      }),
    );
    const [accepted, refused] = await officer.submitAll(items);
    expect(present(await officer.getCase(accepted?.caseNo ?? '')).caseNo).toBe(accepted?.caseNo);

    expect(refused?.problem).toMatchObject({
      code: 'application_not_eligible',
      errors: [{ pointer: '/items/1/application/agreed' }],
    });
  });

  it('knows the codes of each operation, those of a call without a cast', async () => {
    expectTypeOf<'no_completion_requested'>().toExtend<ProblemCode<'complete_materialsCase'>>();
    expectTypeOf<'consent_needed'>().not.toExtend<ProblemCode<'complete_materialsCase'>>();
    const { error } = await officer.http.GET('/v1/cases/{caseNo}/deadline', {
      params: { path: { caseNo: (await officer.submit(anotherApplication())).caseNo } },
    });
    expectTypeOf(error?.code).toEqualTypeOf<ProblemCode<'getDeadline'> | undefined>();
    expect(error?.code).toBe('deadline_not_started');
  });

  it('does an act once under one key, and anew under a key of its own', async () => {
    const { caseNo } = await officer.submit(anotherApplication());
    const call = { number: '0851-00000008', outcome: 'answered' } as const;
    for (const key of ['one', 'one', undefined, undefined]) await officer.act(caseNo, 'log_call', call, key);
    const timeline = dataOf(
      await officer.http.GET('/v1/cases/{caseNo}/timeline', { params: { path: { caseNo } } }),
    );
    expect(timeline.items.filter(({ type }) => type === 'call_logged')).toHaveLength(3);
  });
});
