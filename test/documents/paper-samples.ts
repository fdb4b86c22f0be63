import { deadlineFor } from '../../domain/calendar/deadline.ts';
import { defaultTimetable } from '../../domain/calendar/office-hours.ts';
import { excerptOf } from '../../domain/calendar/working-calendar.ts';
import type { CaseNo, CertificateNo } from '../../domain/certificate/numbers.ts';
import { formatRejectionNo } from '../../domain/certificate/numbers.ts';
import { printedCodeFrom } from '../../domain/inquiry/printed-code.ts';
import type { CertificateCheckMarks } from '../../domain/papers/annexes.ts';
import { defaultRemedies } from '../../domain/papers/negative-notices.ts';
import type { PaperViews } from '../../domain/papers/papers.ts';
import { defaultBookletAdvice, defaultThingsToBring } from '../../domain/papers/referral-notice.ts';
import { parseInstant } from '../../domain/time/instant.ts';
import { parsePlainDate } from '../../domain/time/plain-date.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';
import { loadPublishedCalendar } from '../../platform/reference-data.ts';
import { sampleApplication } from '../house/case-driver.ts';
import { annex1View } from './documents-fixture.ts';

/* One invented case, told by all of its papers. */

const caseNo = '44010699000020260924000012' as CaseNo;
const certificateNo = '44010699000020261013000019' as CertificateNo;
const sha256 = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
const acceptingStation = {
  name: '广州市公安局天河区分局云山派出所',
  address: '广州市天河区云山路1号',
  telephone: '020-00000001',
};
const homeStation = {
  name: '遵义市公安局红花岗分局桃溪派出所',
  address: '遵义市红花岗区桃溪路8号',
  telephone: '0851-00000008',
};
const { name: applicantName, idNumber } = sampleApplication.applicant;
const matters = ['姓名变更／曾用名（曾用名李例）', '亲属关系（与李某为父女）'];
const acceptedOn = parsePlainDate('2026-09-24');
const countyName = '广州市公安局天河区分局';
const startedAt = parseInstant('2026-09-24T10:05:00+08:00');
const calendar = excerptOf(loadPublishedCalendar(), {
  from: acceptedOn,
  to: parsePlainDate('2026-11-20'),
  regions: [],
});

/** The term over the autumn holidays of 2026, which has a make-up day and seven days off. */
export const deadline = deadlineFor({
  startedAt,
  termWorkingDays: 5,
  calendar,
  timetable: defaultTimetable,
  dueAtEndOf: 'office_hours',
});

/** What stands in the foot of a certificate that can be checked. */
const check: CertificateCheckMarks = {
  code: printedCodeFrom(new Uint8Array(8).fill(7)),
  address: 'https://tongban.example/verify',
  // The number, which is printed too: every text of a sample is looked for on its page.
  qrAddress: null,
};

export const paperSamples: PaperViews = {
  application_form: {
    caseNo,
    application: {
      ...sampleApplication,
      residenceReasons: ['employment', 'residence'],
      matters: [
        { code: 'NAME_CHANGE', details: '曾用名李例' },
        { code: 'KINSHIP', details: '与李某为父女' },
      ],
    },
    acceptingStationName: acceptingStation.name,
    homeStationName: homeStation.name,
    acceptedOn,
  },
  acceptance_receipt: {
    caseNo,
    applicantName,
    idNumber,
    matters,
    acceptingStation,
    homeStation,
    acceptedOn,
    issuedOn: acceptedOn,
    onTheSpot: 'impossible',
    termWorkingDays: 5,
    deadline,
    calendarDueAt: deadline.dueAt,
    inquiry: { code: printedCodeFrom(new Uint8Array(8).fill(7)), address: 'https://tongban.example/status' },
  },
  completion_notice: {
    caseNo,
    applicantName,
    appliedOn: acceptedOn,
    items: ['申请表中的承诺书尚未由申请人签名。', '身份证件影像反面不清，请重新提供。'],
    reason: null,
    acceptingStation,
    issuedOn: acceptedOn,
  },
  rejection_notice: {
    rejectionNo: formatRejectionNo(parseUnitCode('440106990000'), acceptedOn, 7),
    applicantName,
    appliedOn: acceptedOn,
    matters: ['无犯罪记录'],
    reasons: [
      {
        text: '“无犯罪记录”不属于户籍事项证明，请向户籍地或居住地派出所的犯罪记录查询窗口申请。',
        basis: '公安机关“五个一律”；申请证明事项目录',
      },
      { text: '未选择跨省就业、就学或居住的原因，请至少选择一项。', basis: '实施方案三（一）' },
    ],
    remedies: defaultRemedies(countyName),
    acceptingStation,
    countyName,
    issuedOn: acceptedOn,
  },
  refusal_notice: {
    caseNo,
    applicantName,
    appliedOn: acceptedOn,
    matters,
    reasons: [{ text: '经核实，您持有居民户口簿，不符合因故无法取得居民户口簿的条件。', basis: null }],
    remedies: defaultRemedies(countyName),
    acceptingStation,
    countyName,
    issuedOn: parsePlainDate('2026-09-25'),
  },
  cover_sheet: {
    caseNo,
    transmissionNo: 1,
    channelTitle: '传真',
    receiptCount: 'bound_pages',
    sentAt: startedAt,
    acceptingStation,
    homeStation,
    applicantName,
    idNumber,
    matters,
    papers: [
      { name: '申请表（已签名）.pdf', pages: 2, sha256 },
      { name: '身份证件正反面.jpg', pages: 1, sha256: Array.from(sha256).reverse().join('') },
    ],
    termWorkingDays: 5,
  },
  verification_report: {
    caseNo,
    applicantName,
    idNumber,
    acceptingStation,
    homeStation,
    resultTitle: '部分事项查证一致',
    matters: [
      { title: matters[0] ?? '', resultTitle: '查证一致', finding: null },
      { title: matters[1] ?? '', resultTitle: '查无登记', finding: '亲属关系无登记' },
    ],
    certificateText: '李样例，曾用名“李例”，于2008年6月12日变更姓名，两者系同一人。',
    finding: '亲属关系：本所无李某户籍登记，无法查证。',
    sourceTitle: '户籍档案、底册',
    furtherVerifications: [
      {
        stationName: '贵州省遵义市公安局汇川分局测试派出所',
        resultTitle: '无登记',
        finding: '经查人口信息系统，李某无户籍登记。',
        sourceTitle: '人口信息系统',
        answeredAt: parseInstant('2026-09-28T10:05:00+08:00'),
      },
    ],
    receivedAt: startedAt,
    dueAt: deadline.dueAt,
    answeredAt: parseInstant('2026-09-29T15:20:00+08:00'),
    timeliness: 'in_time',
    verifiers: 'two',
  },
  annex_1: { ...annex1View, check },
  annex_2: {
    applicantName,
    idNumber,
    matterText: '户籍在册及登记地址',
    registeredAddress: '贵州省遵义市红花岗区测试路1号测试小区2栋3单元401室',
    issuingUnitName: acceptingStation.name,
    issuedOn: acceptedOn,
    certificateNo,
    check,
  },
  filing_letter: {
    caseNo,
    certificateNo,
    certificateSha256: sha256,
    applicantName,
    idNumber,
    matters: ['户籍在册及登记地址'],
    registeredAddress: '贵州省遵义市红花岗区测试路1号测试小区2栋3单元401室',
    registerReference: '全国人口信息系统查询流水号 20260924000123',
    queriedAt: startedAt,
    issuedAt: parseInstant('2026-09-24T10:20:00+08:00'),
    acceptingStation,
    homeStationName: homeStation.name,
    termWorkingDays: 5,
  },
  collection_notice: {
    caseNo,
    applicantName,
    appliedOn: acceptedOn,
    matters,
    certificateNo,
    acceptingStation,
    issuedOn: parsePlainDate('2026-10-13'),
    collectBefore: parsePlainDate('2027-04-11'),
  },
  referral_notice: {
    caseNo,
    applicantName,
    appliedOn: acceptedOn,
    matters,
    reason: 'inconsistent',
    differingItems: ['birth_date', 'kinship'],
    acceptingStation,
    homeStation,
    bring: defaultThingsToBring,
    bookletAdvice: defaultBookletAdvice,
    remedies: defaultRemedies(countyName),
    issuedOn: parsePlainDate('2026-10-13'),
  },
  supervision_order: {
    caseNo,
    colour: 'red',
    rungTitle: '查证已逾期',
    issuingUnitName: '遵义市公安局红花岗分局',
    addressedUnitName: homeStation.name,
    acceptingStationName: acceptingStation.name,
    homeStationName: homeStation.name,
    clockTitle: '查证反馈',
    startedAt,
    dueAt: deadline.dueAt,
    provisional: 'official',
    firedAt: deadline.dueAt,
    replyDueAt: parseInstant('2026-10-10T17:30:00+08:00'),
    earlier: [
      {
        firedAt: parseInstant('2026-09-28T17:30:00+08:00'),
        colour: 'blue',
        title: '送达满1个工作日尚未签收',
      },
      {
        firedAt: parseInstant('2026-09-30T09:00:00+08:00'),
        colour: 'blue',
        title: '查证期限临近（第4个工作日）',
      },
      {
        firedAt: parseInstant('2026-10-08T09:00:00+08:00'),
        colour: 'yellow',
        title: '今日为查证期限最后一个工作日',
      },
    ],
  },
  collection_record: {
    caseNo,
    applicantName,
    idNumber,
    certificateNo,
    certificateTitle: '户籍事项证明（附件1）',
    certificateSha256: sha256,
    issuedOn: parsePlainDate('2026-10-13'),
    acceptingStationName: acceptingStation.name,
    collected: {
      ...{ by: 'applicant', identityDocument: 'resident_identity_card' },
      at: parseInstant('2026-10-15T10:00:00+08:00'),
    },
  },
};

/** A reminder: its own colour, and no reply that is demanded and no room for one. */
export const reminder: PaperViews['supervision_order'] = {
  ...paperSamples.supervision_order,
  colour: 'blue',
  rungTitle: '查证期限临近（第4个工作日）',
  firedAt: parseInstant('2026-09-30T09:00:00+08:00'),
  replyDueAt: null,
  earlier: paperSamples.supervision_order.earlier.slice(0, 1),
};
