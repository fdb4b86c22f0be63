import { randomUUID } from 'node:crypto';
import type { Database } from '../../db/database.ts';
import { addApplication } from '../../db/repositories/applications.ts';
import { addAttachments } from '../../db/repositories/attachments.ts';
import { sealRow } from '../../db/sealed-rows.ts';
import * as schema from '../../db/schema/index.ts';
import type { CommandId } from '../../domain/case/command-id.ts';
import type { CaseNo, CertificateNo } from '../../domain/certificate/numbers.ts';
import type { RegisterReference } from '../../domain/register/reference.ts';
import { parsePlainDate } from '../../domain/time/plain-date.ts';
import { parseInstant } from '../../domain/time/instant.ts';
import { accept } from '../domain/case/commands.ts';
import { acceptingStation, homeStation } from '../house/case-driver.ts';
import { planted, plantedApplication } from './planted.ts';

const at = parseInstant('2026-11-02T09:00:00+08:00');
const officerId = 'officer-1';
const sha256 = '0'.repeat(64);
const bytes = Buffer.from(planted.pageText);
const { name, idNumber, reason, residenceAddress, statement } = planted;

/** A value in every column that is sealed of a case, but for a hold; its ledger is the caller's. */
export async function plantWholeCase(owner: Database, caseNo: CaseNo): Promise<void> {
  const commandId = `of ${caseNo}` as CommandId;
  await addApplication(owner, {
    ...{ caseNo, submittedAt: at, acceptance: accept(), personal: plantedApplication() },
  });
  await addAttachments(owner, [
    {
      ...{ id: randomUUID(), caseNo, position: 0, mediaType: 'application/pdf', sizeBytes: bytes.length },
      ...{ sha256, pages: 1, fileName: planted.fileName, keptIn: 'database', addedBy: officerId },
      ...{ addedAt: at, content: bytes },
    },
  ]);
  await owner.insert(schema.actRecords).values(
    sealRow(owner, schema.actRecords, {
      ...{ commandId, caseNo, act: 'withdraw', officerId, submittedAt: at },
      content: { act: 'withdraw', statement },
    }),
  );
  await owner.insert(schema.papers).values(
    sealRow(owner, schema.papers, {
      ...{ caseNo, paper: 'acceptance_receipt', seq: 1, sha256, pdf: bytes, madeAt: at },
    }),
  );
  await owner.insert(schema.dossierFiles).values(
    sealRow(owner, schema.dossierFiles, {
      ...{ caseNo, n: 1, channel: 'fax', edition: 1, pages: 1, sha256, papers: [], boundAt: at },
      ...{ pdf: bytes, faxTiff: bytes },
    }),
  );
  await owner.insert(schema.certificates).values(
    sealRow(owner, schema.certificates, {
      ...{ certificateNo: caseNo as string as CertificateNo, caseNo, n: 1, issuedAt: at, sha256 },
      ...{ pdf: bytes, maskedName: name },
    }),
  );
  await owner.insert(schema.registerQueries).values(
    sealRow(owner, schema.registerQueries, {
      ...{ reference: caseNo as string as RegisterReference, commandId, caseNo, officerId },
      ...{ role: 'liaison_officer', unitCode: homeStation, purpose: 'verification', reason },
      ...{ askedAt: at, answeredAt: at, outcome: 'found', durationMs: 1 },
      entry: {
        ...{ name, formerNames: [], idNumber, formerIdNumbers: [], sex: 'M', status: 'registered' },
        ...{ birthDate: parsePlainDate('1986-11-04'), ethnicity: '汉族', birthplace: residenceAddress },
        ...{ registeredAddress: residenceAddress, registeringStation: { code: homeStation, name: '派出所' } },
      },
    }),
  );
  await owner.insert(schema.remedyApplications).values(
    sealRow(owner, schema.remedyApplications, {
      ...{ id: randomUUID(), caseNo, choice: { remedy: 'reproject' }, reason, standing: 'moved' },
      ...{ requestedBy: 'officer-9', requestedUnit: acceptingStation, requestedAt: at, endedAt: at },
    }),
  );
  const batchId = randomUUID();
  await owner.insert(schema.batches).values(
    sealRow(owner, schema.batches, {
      ...{ id: batchId, action: { kind: 'replay', bundle: null }, filter: {}, reason, ratePerMinute: 1 },
      ...{ standing: 'finished', requestedBy: 'officer-9', requestedUnit: acceptingStation },
      ...{ requestedAt: at, endedAt: at },
    }),
  );
  await owner.insert(schema.batchItems).values({ id: randomUUID(), batchId, position: 1, caseNo });
  await owner.insert(schema.unmaskings).values(
    sealRow(owner, schema.unmaskings, {
      ...{ id: commandId, caseNo, officerId, role: 'county_supervisor', unitCode: acceptingStation },
      ...{ fields: ['name'], reason, unmaskedAt: at },
    }),
  );
}
