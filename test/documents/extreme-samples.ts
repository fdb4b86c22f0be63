import { printedCodeFrom } from '../../domain/inquiry/printed-code.ts';
import type { PaperViews } from '../../domain/papers/papers.ts';
import { registerItems } from '../../domain/register/item.ts';
import { parseInstant } from '../../domain/time/instant.ts';
import { sampleApplication } from '../house/case-driver.ts';
import { rareCharacters } from './documents-fixture.ts';
import { deadline, paperSamples } from './paper-samples.ts';

/* The same papers with everything as long and as many as the doors of the product let in. */

const applicantName = Array.from(rareCharacters.repeat(5)).slice(0, 50).join('');
const acceptingStation = {
  name: '新疆维吾尔自治区克孜勒苏柯尔克孜自治州公安局样例县公安局样例塔吉克族乡边境派出所',
  address: longText('克孜勒苏柯尔克孜自治州样例县样例塔吉克族乡样例村', 100),
  telephone: '+86 (0908) 0000-0000转000000',
};
const homeStation = {
  name: '黔西南布依族苗族自治州公安局样例布依族苗族自治县公安局样例彝族仡佬族乡样例派出所',
  address: longText('黔西南布依族苗族自治州样例县样例路', 100),
  telephone: '0859-00000000转000001',
};
const countyName = '克孜勒苏柯尔克孜自治州公安局样例县公安局治安管理大队';
/** Twelve matters, of which three say all that a form takes. */
const matters = Array.from(
  { length: 12 },
  (_, index) => `第${String(index + 1)}项${longText('登记事项变更（曾用名𬭎）', index < 3 ? 500 : 20)}`,
);
const reasons = Array.from({ length: 10 }, () => ({
  text: longText('经核实不符合“跨省通办”受理条件，请先到有关部门办理；', 500),
  basis: '《全国范围开具户籍类证明“跨省通办”实施方案》三（一）',
}));
const registeredAddress = longText('贵州省黔西南布依族苗族自治州样例县𫖯测试路1号', 200);
const sha256 = 'f'.repeat(64);

/** A text of exactly so many characters. */
export function longText(unit: string, length: number): string {
  return Array.from(unit.repeat(length)).slice(0, length).join('');
}

const longAddress = `https://kuashengtongban.${'fenju.'.repeat(12)}example.gov.cn`;
const check = {
  code: printedCodeFrom(new Uint8Array(8).fill(20)),
  address: `${longAddress}/verify`,
  qrAddress: `${longAddress}/verify/AAAAAAAAAAAAAAAAAAAAAA`,
};

export const extremeSamples: PaperViews = {
  application_form: {
    ...paperSamples.application_form,
    acceptingStationName: acceptingStation.name,
    homeStationName: homeStation.name,
    application: {
      ...sampleApplication,
      applicant: {
        ...sampleApplication.applicant,
        name: applicantName,
        residenceAddress: longText('样例路1号', 200),
      },
      guardian: {
        name: applicantName,
        idNumber: sampleApplication.applicant.idNumber,
        relation: longText('法定监护人', 20),
        proof: longText('出生医学证明、', 200),
      },
      residenceReasons: ['employment', 'schooling', 'residence'],
      bookletReason: { kind: 'other', statement: longText('居民户口簿由他人保管，', 500) },
      matters: [
        { code: 'NAME_CHANGE', details: longText('曾用名𬭎，', 500) },
        { code: 'KINSHIP', details: longText('与李某为父女，', 500) },
        { code: 'MIGRATION', details: longText('迁入前的地址，', 500) },
      ],
      purpose: longText('办理入职手续，', 200),
    },
  },
  acceptance_receipt: {
    ...paperSamples.acceptance_receipt,
    inquiry: { ...paperSamples.acceptance_receipt.inquiry, address: `${longAddress}/status` },
    applicantName,
    acceptingStation,
    homeStation,
    matters,
  },
  completion_notice: {
    ...paperSamples.completion_notice,
    applicantName,
    acceptingStation,
    items: Array.from({ length: 30 }, () => longText('身份证件影像反面不清，请重新提供；', 200)),
    reason: longText('首次告知时遗漏；', 500),
  },
  rejection_notice: {
    ...paperSamples.rejection_notice,
    applicantName,
    acceptingStation,
    countyName,
    matters,
    reasons,
  },
  refusal_notice: {
    ...paperSamples.refusal_notice,
    applicantName,
    acceptingStation,
    countyName,
    matters,
    reasons,
  },
  cover_sheet: {
    ...paperSamples.cover_sheet,
    applicantName,
    acceptingStation,
    homeStation,
    matters,
    papers: Array.from({ length: 20 }, (_, index) => ({
      name: `${longText('扫描件SCAN_', 100)}${String(index)}.pdf`,
      pages: 999,
      sha256,
    })),
  },
  verification_report: {
    ...paperSamples.verification_report,
    applicantName,
    acceptingStation,
    homeStation,
    matters: matters.map((title) => ({
      title,
      resultTitle: '查证不一致',
      finding: longText('登记为另一日期，', 200),
    })),
    certificateText: longText('经查户籍档案，情况属实；', 2000),
    finding: longText('另有一项无法查证，', 1000),
    sourceTitle: '户籍档案、底册',
  },
  annex_1: {
    ...paperSamples.annex_1,
    ...{ applicantName, check },
    homeStationName: homeStation.name,
    issuingUnitName: acceptingStation.name,
    matterText: matters.join('；'),
    certificateText: longText('经查户籍档案，情况属实；𮯰', 8000),
  },
  annex_2: {
    ...paperSamples.annex_2,
    ...{ applicantName, check },
    issuingUnitName: acceptingStation.name,
    matterText: matters.join('；'),
    registeredAddress,
  },
  filing_letter: {
    ...paperSamples.filing_letter,
    applicantName,
    acceptingStation,
    homeStationName: homeStation.name,
    matters,
    registeredAddress,
    registerReference: longText('全国人口信息系统查询20260924', 100),
  },
  collection_notice: { ...paperSamples.collection_notice, applicantName, acceptingStation, matters },
  referral_notice: {
    ...paperSamples.referral_notice,
    applicantName,
    acceptingStation,
    homeStation,
    matters,
    differingItems: registerItems,
    bookletAdvice: longText('可以向户籍地派出所申请单独立户，', 300),
    bring: Array.from({ length: 12 }, () => '本人居民身份证或者其他有效身份证件原件'),
  },
  supervision_order: {
    ...paperSamples.supervision_order,
    rungTitle: '查证逾期5个工作日，已由省级公安机关督办',
    issuingUnitName: countyName,
    addressedUnitName: homeStation.name,
    acceptingStationName: acceptingStation.name,
    homeStationName: homeStation.name,
    provisional: 'provisional',
    earlier: Array.from({ length: 40 }, () => ({
      firedAt: parseInstant('2026-12-28T17:30:00+08:00'),
      colour: 'yellow' as const,
      title: '今日为查证期限最后一个工作日，户籍地派出所尚未反馈',
    })),
    dueAt: deadline.dueAt,
  },
  collection_record: {
    ...paperSamples.collection_record,
    applicantName,
    acceptingStationName: acceptingStation.name,
  },
};
