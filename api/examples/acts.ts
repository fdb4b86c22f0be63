import type { Act } from '../../domain/case/acts.ts';
import type { BodyOf } from '../acts/bodies.ts';
import type { CaseView } from '../schemas/case.ts';
import * as course from './case-course.ts';
import * as sidings from './case-sidings.ts';
import type { ExamplesOf } from './example.ts';
import * as facts from './facts.ts';
import { acceptedLater } from './later.ts';

type ExampleOf<A extends Act> = readonly [body: BodyOf<A>, answer: CaseView];

const inRegister = { registerReference: facts.registerReference };

/** What each act says in the invented case, and the case as it then is. */
const examples = {
  refuse: [{ reason: '申请人在受理地无就业、就学、居住事由。' }, course.endedAs('refused')],
  withdraw: [{ statement: '申请人将自行回户籍地办理。' }, course.endedAs('withdrawn')],
  refer: [{ statement: '申请人要求回户籍地办理。' }, course.endedAs('referred')],
  request_completion: [{ items: ['身份证件反面的复印件'] }, sidings.toBeCompleted],
  complete_materials: [{ remarks: '已补交复印件。' }, sidings.completed],
  transmit: [{ channel: 'platform', addressee: 'liaison_officer' }, course.inTransit],
  reroute: [
    { homeStation: facts.otherHomeStation.code, reason: '申请人户籍已迁至该所辖区。' },
    sidings.rerouted,
  ],
  assign: [{ homeStation: facts.homeStation.code, remarks: '按户籍登记地址指派。' }, course.inTransit],
  receive: [{ transmission: 1, pagesReceived: 1 }, course.verifying],
  correct_receipt: [
    { receivedAt: '2026-11-25T09:50:00+08:00', reason: '首次登记的送达时间有误。' },
    sidings.receiptCorrected,
  ],
  report_defect: [{ defect: 'unreadable', description: '第1页右下角不清' }, sidings.defective],
  return_dossier: [
    {
      ...{ kind: 'not_our_register', reason: '申请人2019年已迁至湘江派出所辖区。' },
      suggestedStation: facts.otherHomeStation.code,
    },
    sidings.returned,
  ],
  answer: [course.answerWords, course.answered],
  confirm_answer: [{}, course.answered],
  request_further_verification: [
    { station: facts.furtherStation.code, question: '请查证申请人与测试亲属王某的父女关系登记。' },
    sidings.furtherAsked,
  ],
  cancel_further_verification: [
    { furtherVerification: 1, reason: '本所档案已可证明。' },
    sidings.furtherCancelled,
  ],
  answer_further_verification: [
    {
      ...{ furtherVerification: 1, result: 'consistent', source: 'paper_register' },
      finding: '户口登记簿载明为父女关系。',
    },
    sidings.furtherAnswered,
  ],
  issue: [{}, course.issued],
  issue_annex_2: [
    { registeredAddress: '贵州省遵义市红花岗区桃溪路测试小区1栋101室', ...inRegister },
    sidings.annex2Issued,
  ],
  send_filing: [{}, sidings.filingSent],
  acknowledge_filing: [{}, sidings.filingAcknowledged],
  notify: [{ method: 'telephone', remarks: '申请人将于次日来领。' }, course.notified],
  collect: [
    { collectedBy: 'applicant', identityDocument: 'resident_identity_card', signature: 'signed' },
    course.collected,
  ],
  void_certificate: [{ reason: '证明内容有误。' }, sidings.voided],
  reissue: [{ reason: 'lost', ...inRegister }, sidings.reissued],
  reprint: [{ reason: '打印时纸张破损。' }, sidings.reprinted],
  log_call: [
    {
      ...{ outcome: 'answered', number: facts.homeStation.telephone, station: facts.homeStation.code },
      ...{ calledAt: '2026-11-25T09:40:00+08:00', remarks: '对方已看到材料。' },
    },
    { ...course.inTransit, version: 6 },
  ],
  reply: [
    {
      ...{ rungKey: 'verification/1/R4', text: '正在调取纸质底册，将于次日反馈。' },
      expectedOn: '2026-12-03',
    },
    sidings.overdue,
  ],
  complain: [
    { text: '逾期未反馈，电话无人接听。', station: facts.homeStation.code },
    { ...sidings.overdue, version: 10 },
  ],
  answer_complaint: [
    { complaint: 1, text: '已责成该所当日反馈。' },
    sidings.maskedOf({ ...sidings.overdue, version: 11 }),
  ],
} satisfies { readonly [A in Act]: ExampleOf<A> };

/** The examples of the operations that do an act. */
export const actExamples = Object.fromEntries(
  Object.entries(examples).map(([act, [body, answer]]) => [
    `${act}Case`,
    { body, answers: { 200: answer, 202: acceptedLater } },
  ]),
) as ExamplesOf<`${Act}Case`>;
