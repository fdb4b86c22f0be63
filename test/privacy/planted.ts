import { idNumberCheckCharacterOf } from '../../domain/identity/id-number.ts';
import type { Application } from '../../domain/application/application.ts';
import { sampleApplication } from '../house/case-driver.ts';

const digits = '52030219861104771';

/** Values that stand nowhere else: wherever one of them turns up, it has come from the case that it was planted in. */
export const planted = {
  name: '尉迟标霁',
  idNumber: digits + idNumberCheckCharacterOf(digits),
  telephone: '13987654321',
  residenceAddress: '广东省广州市天河区标霁路七百七十七号',
  details: '曾用名标霁旧',
  purpose: '标霁用途说明',
  certificateText: '标霁证明正文：曾用名于2008年变更。',
  fileName: '标霁身份证件扫描',
  pageText: '标霁扫描件里的文字',
  statement: '标霁补正事项',
  reason: '标霁理由',
  draftName: '标霁草',
  rejectedName: '标霁拒',
  rejectionReason: '标霁不予受理的理由',
  reference: 'BIAOJI-20261130-REF',
  person: '标霁专管员',
  personTelephone: '13976543210',
  robotSecret: 'Ymlhb2ppLXJvYm90LXNlY3JldC0yMDI2LTExLTMw',
  mail: 'biaoji.personal@example.org',
} as const;

/** The sample application by the planted person. */
export function plantedApplication(): Application {
  const { name, idNumber, telephone, residenceAddress, details, purpose } = planted;
  return {
    ...sampleApplication,
    applicant: { name, idNumber, telephone, residenceAddress },
    matters: [{ code: 'NAME_CHANGE', details }],
    purpose,
  };
}

/** The planted values that a text holds, as they are or as bytes are written in it. */
export function foundIn(text: string): string[] {
  return Object.values(planted).filter((value) => formsOf(value).some((form) => text.includes(form)));
}

/** A value as text, in an address, escaped in JSON, and in what Postgres shows of bytes. */
function formsOf(value: string): string[] {
  const escaped = Array.from(value, (character) =>
    character > '~' ? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}` : character,
  );
  return [value, encodeURIComponent(value), escaped.join(''), Buffer.from(value).toString('hex')];
}
