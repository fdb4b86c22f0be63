import type { Application } from '../application/application.ts';
import { dialStringOf } from '../fax/dial-string.ts';
import type { Instant } from '../time/instant.ts';
import { instantAt, isPlainDate, parseTimeOfDay } from '../time/plain-date.ts';
import type { ManualHandover } from './act-content.ts';

/** What an officer's record of a handing over by hand is judged by. */
export interface HandoverGrounds {
  readonly acceptedAt: Instant;
  /** When the present stay began: a return or a reroute leads to another handing over, never to an earlier one. */
  readonly roundBeganAt: Instant;
  readonly application: Pick<Application, 'acceptedOnPaper'>;
  /** The papers that it hands over. */
  readonly papers: readonly { readonly addedAt: Instant }[];
  readonly now: Instant;
}

/** Something that cannot be so, at the field that has to be changed. */
export interface HandoverFault {
  readonly field: keyof ManualHandover;
  readonly code:
    | 'in_the_future'
    | 'before_acceptance'
    | 'before_present_stay'
    | 'before_papers'
    | 'confirmed_before_handover'
    | 'missing'
    | 'wrong_number'
    | 'unknown_field';
  readonly message: string;
}

/** Everything in the record that cannot be so, at once. */
export function handoverFaults(record: ManualHandover, grounds: HandoverGrounds): HandoverFault[] {
  return [...timeFaults(record, grounds), ...wayFaults(record)];
}

function timeFaults(
  { handedOverAt, confirmedAt }: ManualHandover,
  { acceptedAt, roundBeganAt, application, papers, now }: HandoverGrounds,
): HandoverFault[] {
  const isFuture = { code: 'in_the_future', message: '时间不能晚于现在。' } as const;
  const acceptedFrom = counterTimeOf(acceptedAt, application);
  // What was handed over before a paper case was entered went as it lay on the counter, scanned or not, and to the
  // station that the entry got right only by a reroute.
  const isBeforeEntry = acceptedFrom < acceptedAt && handedOverAt < acceptedAt;
  const laterPapers = papers.filter(({ addedAt }) => addedAt > acceptedAt && addedAt > handedOverAt);
  const faults: (HandoverFault | false)[] = [
    handedOverAt > now && { field: 'handedOverAt', ...isFuture },
    handedOverAt < acceptedFrom && {
      field: 'handedOverAt',
      code: 'before_acceptance',
      message: '送达时间早于申请受理的时间，请核对。',
    },
    handedOverAt >= acceptedFrom &&
      !isBeforeEntry &&
      handedOverAt < roundBeganAt && {
        field: 'handedOverAt',
        code: 'before_present_stay',
        message: '送达时间早于退回、改送或指派派出所的时间，请核对。',
      },
    handedOverAt >= acceptedFrom &&
      !isBeforeEntry &&
      laterPapers.length > 0 && {
        field: 'handedOverAt',
        code: 'before_papers',
        message: '送达时间早于所附材料补充的时间，该材料不可能已一并送达，请核对。',
      },
    confirmedAt !== undefined && confirmedAt > now && { field: 'confirmedAt', ...isFuture },
    confirmedAt !== undefined &&
      confirmedAt < handedOverAt && {
        field: 'confirmedAt',
        code: 'confirmed_before_handover',
        message: '确认送达的时间不能早于发出的时间。',
      },
  ];
  return faults.filter((fault) => fault !== false);
}

/** When the application was accepted at the counter: on an earlier day for a paper case that was entered later. */
function counterTimeOf(acceptedAt: Instant, { acceptedOnPaper }: HandoverGrounds['application']): Instant {
  if (acceptedOnPaper === undefined || !isPlainDate(acceptedOnPaper)) return acceptedAt;
  const startOfDay = instantAt(acceptedOnPaper, parseTimeOfDay('00:00'));
  return startOfDay < acceptedAt ? startOfDay : acceptedAt;
}

/** A fax goes to a number, what is carried to somebody; a letter needs neither. */
const fieldsOf = {
  fax: { needs: 'faxNumber', message: '请填写对方的传真号码。', has: ['faxNumber', 'confirmedAt'] },
  carried: { needs: 'handedTo', message: '请填写交给何人。', has: ['handedTo'] },
  post: { needs: null, message: '', has: [] },
} as const satisfies Record<ManualHandover['way'], unknown>;

function wayFaults(record: ManualHandover): HandoverFault[] {
  const { needs, message, has } = fieldsOf[record.way];
  const known: readonly string[] = has;
  const unknown = (['faxNumber', 'handedTo', 'confirmedAt'] as const).filter(
    (field) => record[field] !== undefined && !known.includes(field),
  );
  const isUndialable = record.faxNumber !== undefined && dialStringOf(record.faxNumber) === null;
  return [
    ...(needs !== null && record[needs] === undefined
      ? [{ field: needs, code: 'missing', message } as const]
      : []),
    ...(known.includes('faxNumber') && isUndialable
      ? [{ field: 'faxNumber', code: 'wrong_number', message: '不是电话号码，请填写区号和号码。' } as const]
      : []),
    ...unknown.map(
      (field) => ({ field, code: 'unknown_field', message: '此送达方式没有此项，请删除。' }) as const,
    ),
  ];
}
