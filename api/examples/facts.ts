import { formatCaseNo, formatCertificateNo, formatRejectionNo } from '../../domain/certificate/numbers.ts';
import { formatRegisterReference } from '../../domain/register/reference.ts';
import type { Role } from '../../domain/roles.ts';
import { roleTitles } from '../../domain/roles.ts';
import { parsePlainDate } from '../../domain/time/plain-date.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';

/**
 * The invented case that runs through the examples: accepted in Guangzhou on Wednesday, 2026-11-25, delivered to Zunyi at
 * once, due on Wednesday, 2026-12-02, answered the day before, issued on the last day, collected on the next. The stations
 * are invented below real counties, the people and their telephones have never been.
 */
export const station = {
  code: parseUnitCode('440106990000'),
  name: '广州市公安局天河区分局云山派出所',
  address: '广州市天河区云山路1号',
  telephone: '020-00000001',
};

export const homeStation = {
  code: parseUnitCode('520302990000'),
  name: '遵义市公安局红花岗分局桃溪派出所',
  address: '遵义市红花岗区桃溪路8号',
  telephone: '0851-00000008',
};

export const otherHomeStation = {
  code: parseUnitCode('520302980000'),
  name: '遵义市公安局红花岗分局湘江派出所',
  address: '遵义市红花岗区湘江路9号',
  telephone: '0851-00000009',
};

export const furtherStation = {
  code: parseUnitCode('650102990000'),
  name: '乌鲁木齐市公安局天山区分局红柳派出所',
};

export const homeCounty = { code: parseUnitCode('520302000000'), name: '遵义市公安局红花岗分局' };
export const province = { code: parseUnitCode('440000000000'), name: '广东省公安厅' };

export const caseNo = formatCaseNo(station.code, parsePlainDate('2026-11-25'), 1);
export const certificateNo = formatCertificateNo(station.code, parsePlainDate('2026-12-02'), 1);
export const rejectionNo = formatRejectionNo(station.code, parsePlainDate('2026-11-25'), 2);
export const registerReference = formatRegisterReference(parsePlainDate('2026-11-25'), 1);
/** What is printed on the receipt, and beside the certificate's number. */
export const printedCode = 'K7QM-3XPD';

export const times = {
  accepted: '2026-11-25T09:12:00.000+08:00',
  delivered: '2026-11-25T09:20:00.000+08:00',
  received: '2026-11-25T10:05:00.000+08:00',
  urged: '2026-12-01T08:30:00.000+08:00',
  answered: '2026-12-01T15:40:00.000+08:00',
  issued: '2026-12-02T09:05:00.000+08:00',
  notified: '2026-12-02T09:10:00.000+08:00',
  due: '2026-12-02T17:30:00.000+08:00',
  collected: '2026-12-03T10:30:00.000+08:00',
};

export const dueDate = '2026-12-02';

/** One id of many: what it names says the last digits. */
export function idOf(n: number): string {
  return `5a3b1e00-0000-4000-8000-${String(n).padStart(12, '0')}`;
}

/** Invented, like every digest of the examples. */
export const sha256 = 'ec893079651ba2f9a50af6188da8746f8dd0075388b46e3fb4786afe61537c23';

function actor(officerId: string, role: Role, unitCode: string) {
  return { officerId, role, roleTitle: roleTitles[role], unitCode };
}

export const windowOfficer = actor('officer-1', 'window_officer', station.code);
export const liaisonOfficer = actor('officer-2', 'liaison_officer', homeStation.code);

/** A page that is the last one. */
export function lastPage<Item>(...items: readonly Item[]) {
  return { items, nextCursor: null };
}
