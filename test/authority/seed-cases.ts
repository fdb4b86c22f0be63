import { randomUUID } from 'node:crypto';
import { createLedgerActivities } from '../../activities/ledger.ts';
import type { Database } from '../../db/database.ts';
import { addApplication } from '../../db/repositories/applications.ts';
import { allotCaseNo } from '../../db/repositories/numbers.ts';
import { sealRow } from '../../db/sealed-rows.ts';
import * as schema from '../../db/schema/index.ts';
import { createUnitDirectory } from '../../db/unit-directory.ts';
import type { CommandId } from '../../domain/case/command-id.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import { isMadeOnDemand, occasionsOf } from '../../domain/papers/occasions.ts';
import { formatRegisterReference } from '../../domain/register/reference.ts';
import { localDateOf } from '../../domain/time/plain-date.ts';
import { accept } from '../domain/case/commands.ts';
import type { Ledger } from '../domain/case/ledger.ts';
import { start } from '../domain/case/ledger.ts';
import { escalated, verifying } from '../domain/case/roads.ts';
import { sampleApplication } from '../house/case-driver.ts';
import { clock, officerId, pdf, sha256 } from './facts.ts';
import { accepting, former, further, home } from './units.ts';

const at = clock.now();

/** Two cases between the same stations: one with all that a case can have, one that asks a further station. */
export async function seedCases(owner: Database, worker: Database) {
  const ledgers = createLedgerActivities({ database: worker, units: createUnitDirectory(worker, clock) });
  const keep = async ({ events, state }: Ledger) => {
    const caseNo = await allotCaseNo(owner, accepting, start);
    const stored = { caseNo, submittedAt: start, acceptance: accept(), personal: sampleApplication };
    await addApplication(owner, stored);
    await ledgers.record({ caseNo, events, next: state });
    return caseNo;
  };
  const course = escalated().do('answer', { result: 'consistent' }).do('issue').makeCertificate();
  const caseNo = await keep(course);
  const furtherCaseNo = await keep(
    verifying({}, 'KINSHIP').do('request_further_verification', { station: further }),
  );
  // Submitted, and no case yet: only the counter that took it in sees it.
  const pendingCaseNo = await allotCaseNo(owner, accepting, start);
  await addApplication(owner, {
    ...{ caseNo: pendingCaseNo, submittedAt: start, acceptance: accept(), personal: sampleApplication },
  });
  return { caseNo, furtherCaseNo, pendingCaseNo, ...(await seedFiles(owner, caseNo, course)) };
}

async function seedFiles(owner: Database, caseNo: CaseNo, { events, state }: Ledger) {
  const [certificate] = state.certificates;
  if (certificate === undefined) throw new Error('the case has a certificate');
  const { certificateNo } = certificate;
  await owner
    .insert(schema.certificates)
    .values(sealRow(owner, schema.certificates, { certificateNo, caseNo, n: 1, issuedAt: at, sha256, pdf }));
  const made = occasionsOf(events).filter(isMadeOnDemand);
  await owner
    .insert(schema.papers)
    .values(
      made.map(({ paper, seq }) =>
        sealRow(owner, schema.papers, { caseNo, paper, seq, sha256, pdf, madeAt: at }),
      ),
    );
  const attachmentId = randomUUID();
  await owner.insert(schema.attachments).values(
    sealRow(owner, schema.attachments, {
      ...{
        id: attachmentId,
        caseNo,
        position: 0,
        mediaType: 'application/pdf',
        sizeBytes: pdf.length,
        sha256,
      },
      ...{ fileName: '户口簿.pdf', keptIn: 'database', addedBy: officerId, addedAt: at },
    }),
  );
  await owner
    .insert(schema.attachmentChunks)
    .values(sealRow(owner, schema.attachmentChunks, { attachmentId, n: 0, content: pdf }));
  await owner.insert(schema.unmaskings).values(
    sealRow(owner, schema.unmaskings, {
      ...{ id: 'unmasked' as CommandId, caseNo, officerId, role: 'county_supervisor', unitCode: accepting },
      ...{ fields: ['name'], reason: '测试', unmaskedAt: at },
    }),
  );
  await owner.insert(schema.strayBlobs).values({ id: randomUUID(), chunks: 1, removableAt: at });
  await owner
    .insert(schema.certificateChecks)
    .values({ certificateNo, caseNo, checkedAt: at, way: 'number', outcome: 'valid' });
  await owner.insert(schema.actRecords).values(
    sealRow(owner, schema.actRecords, {
      ...{ commandId: 'words' as CommandId, caseNo, act: 'complain', officerId, submittedAt: at },
      content: { act: 'complain', text: '测试' },
    }),
  );
  return { certificateNo, attachmentId, reference: await seedExchange(owner, caseNo, certificateNo) };
}

async function seedExchange(
  owner: Database,
  caseNo: CaseNo,
  certificateNo: (typeof schema.filings.$inferInsert)['certificateNo'],
) {
  const sent = { caseNo, n: 1 };
  const ways = { fromStation: accepting, toStation: home };
  await owner.insert(schema.dossierFiles).values(
    sealRow(owner, schema.dossierFiles, {
      ...{ ...sent, channel: 'platform', edition: 1, pages: 1, sha256, papers: [], pdf, boundAt: at },
    }),
  );
  await owner.insert(schema.transmissions).values({
    ...{ ...sent, ...ways, channel: 'platform', handedOverAt: at, pages: 1, papers: [] },
  });
  await owner
    .insert(schema.faxAttempts)
    .values({ ...sent, attempt: 1, faxNumber: '0851-00000008', begunAt: at });
  await owner.insert(schema.filings).values({ ...sent, ...ways, certificateNo, sentAt: at });
  const reference = formatRegisterReference(localDateOf(at), 1);
  const asked = {
    ...{ reference, commandId: 'asked' as CommandId, caseNo, officerId, role: 'window_officer' as const },
    ...{ unitCode: accepting, purpose: 'annex_2' as const, reason: '核对', askedAt: at },
    ...{ outcome: 'not_found' as const, answeredAt: at, durationMs: 1 },
  };
  await owner.insert(schema.registerQueries).values(
    [
      asked,
      // By a station that has no part in the case any more.
      {
        ...{ ...asked, unitCode: former, commandId: 'asked before' as CommandId },
        reference: formatRegisterReference(localDateOf(at), 2),
      },
    ].map((row) => sealRow(owner, schema.registerQueries, row)),
  );
  return reference;
}
