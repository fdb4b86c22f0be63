import { createHash, randomUUID } from 'node:crypto';
import { otherStation } from '../../commands/simulation/people.ts';
import { applicantIdSubject } from '../../db/repositories/applications.ts';
import { actRecords, applications, attachments } from '../../db/schema/index.ts';
import { sealChange } from '../../db/sealed-rows.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import { formatCaseNo } from '../../domain/certificate/numbers.ts';
import type { PlainDate } from '../../domain/time/plain-date.ts';
import { addDays, daysBetween } from '../../domain/time/plain-date.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import type { KeyRing } from '../../platform/key-ring.ts';
import type { StationPath } from './country.ts';
import { fill } from './pattern.ts';
import { applicantOf, personOf } from './persons.ts';
import type { CopiedTable } from './read-case.ts';
import type { Slot } from './pattern.ts';
import type { EventPattern, Template } from './template.ts';

const daySeconds = 86_400;
// Of the simulation's window.
const acceptingProvince = '44';

interface CopyOptions {
  /** Which case of all it is: decides on its applicant. */
  readonly n: number;
  /** The day on which the copy stands as the true case did on its own. */
  readonly asOf: PlainDate;
  readonly accepting: StationPath;
  readonly home: StationPath;
  /** `projection`: without ledger, notices and their ways out. */
  readonly extent: 'everything' | 'projection';
}

/** What lists, searches and the reading of a case touch. */
const projection: ReadonlySet<CopiedTable> = new Set<CopiedTable>([
  ...(['applications', 'cases', 'case_scopes', 'act_records', 'attachments'] as const),
  ...(['escalations', 'escalation_scopes', 'station_figures'] as const),
]);

/** Makes copies of true cases as lines for `copy … from stdin`, sealed and chained as the product does it. */
export class Copier {
  /** The last sequence of each station and day. */
  readonly sequences = new Map<string, number>();
  readonly #keys: KeyRing;
  readonly #write: (table: CopiedTable | 'case_events', text: string) => void;
  #noticeId: number;
  #position: number;
  readonly #step: number;

  /** `share` of `shares` copiers that work beside each other: their ids never meet. */
  constructor(
    keys: KeyRing,
    { share, shares }: { readonly share: number; readonly shares: number },
    write: (table: CopiedTable | 'case_events', text: string) => void,
  ) {
    this.#keys = keys;
    this.#write = write;
    this.#noticeId = share + 1;
    this.#position = share + 1;
    this.#step = shares;
  }

  copy(template: Template, options: CopyOptions): void {
    const values = template.slots.map((slot) => this.#valueOf(slot, options));
    const caseNo = fill(template.caseNo, values);
    this.#fillSealed(template, values, caseNo, options);
    if (options.extent === 'everything') this.#number(template, values, caseNo, options);
    for (const [table, lines] of template.lines) {
      if (options.extent === 'projection' && !projection.has(table)) continue;
      let text = '';
      for (const line of lines) text += fill(line, values);
      this.#write(table, text);
    }
  }

  /** What the ledger, the outbox and the order of all events give a case. */
  #number(template: Template, values: string[], caseNo: string, { asOf }: CopyOptions): void {
    for (const slot of template.notices) {
      values[slot] = String(this.#noticeId);
      this.#noticeId += this.#step;
    }
    this.#chain(template.events, values, caseNo, daysBetween(template.asOf, asOf));
    let followed = '';
    for (const { seq } of template.events) {
      followed += `${caseNo}\t${seq}\t${String(this.#position)}\n`;
      this.#position += this.#step;
    }
    this.#write('case_events', followed);
  }

  #valueOf(slot: Slot, { asOf, accepting, home }: CopyOptions): string {
    switch (slot.kind) {
      case 'date':
        return dateAfter(asOf, slot.days);
      case 'number':
        return this.#allot(accepting.station, dateAfter(asOf, slot.days));
      case 'unit':
        return unitOf(slot.code, accepting, home);
      case 'id':
        return slot.form === 'uuid' ? randomUUID() : randomUUID().replaceAll('-', '');
      case 'own':
        return '';
    }
  }

  #allot(station: UnitCode, date: PlainDate): string {
    const key = `${station}\t${date}`;
    const sequence = (this.sequences.get(key) ?? 0) + 1;
    this.sequences.set(key, sequence);
    return formatCaseNo(station, date, sequence);
  }

  #fillSealed(
    { application, acts, papers }: Template,
    values: string[],
    caseNo: string,
    { n, home }: CopyOptions,
  ): void {
    const holder = { keys: this.#keys };
    const { name, idNumber } = personOf(applicantOf(n));
    const personal = {
      ...application.personal,
      applicant: { ...application.personal.applicant, name, idNumber },
      homeStation: home.station,
    };
    const row = { caseNo: caseNo as CaseNo, applicantName: name, applicantIdNumber: idNumber, personal };
    const sealed = sealChange(holder, applications, row, row);
    const [nameSlot, numberSlot, personalSlot, hashSlot] = application.slots;
    values[nameSlot] = hex(sealed.applicantName);
    values[numberSlot] = hex(sealed.applicantIdNumber);
    values[personalSlot] = hex(sealed.personal);
    values[hashSlot] = this.#keys.searchHash(applicantIdSubject, idNumber);
    for (const { id, slot, content } of acts) {
      const key = { commandId: fill(id, values) };
      values[slot] = hex(sealChange(holder, actRecords, key, { content }).content);
    }
    for (const { id, slot, fileName } of papers) {
      const key = { id: fill(id, values) };
      values[slot] = hex(sealChange(holder, attachments, key, { fileName }).fileName);
    }
  }

  #chain(events: readonly EventPattern[], values: string[], caseNo: string, days: number): void {
    let hash = '';
    for (const { seq, stepKey, event, epoch, hashSlot } of events) {
      const [seconds, fraction] = epoch.split('.');
      const at = `${String(Number(seconds) + days * daySeconds)}.${fraction ?? ''}`;
      const entry = [hash, caseNo, seq, fill(stepKey, values), at, fill(event, values)].join('\n');
      hash = createHash('sha256').update(entry).digest('hex');
      values[hashSlot] = hash;
    }
  }
}

function hex(sealed: unknown): string {
  return `\\\\x${Buffer.from(sealed as Uint8Array).toString('hex')}`;
}

/** Whose part a unit of the sample tree has in a true case: its codes say the level, the province says the side. */
function unitOf(code: string, accepting: StationPath, home: StationPath): string {
  const side = code.startsWith(acceptingProvince) ? accepting : home;
  if (code.endsWith('0000000000')) return side.province;
  if (code.endsWith('00000000')) return side.city;
  if (code.endsWith('000000')) return side.county;
  return code === otherStation ? side.sister : side.station;
}

const dates = new Map<PlainDate, Map<number, PlainDate>>();

/** `addDays`, which would make half of the work anew for each of a case's hundred dates. */
function dateAfter(date: PlainDate, days: number): PlainDate {
  const after = dates.get(date) ?? new Map<number, PlainDate>();
  dates.set(date, after);
  const found = after.get(days) ?? addDays(date, days);
  after.set(days, found);
  return found;
}
