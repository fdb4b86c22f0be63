import type { RequestedMatter } from '../application/application.ts';
import { isMatterCode, matters } from '../matters/catalogue.ts';
import { findNeverCertified } from '../matters/never-certified.ts';

/** The matters that were asked for, each with what the applicant said of it: `姓名变更／曾用名（曾用名李例）`. */
export function matterLinesOf(requested: readonly RequestedMatter[]): readonly string[] {
  return requested.map(({ code, details }) => {
    const title = isMatterCode(code) ? matters[code].title : (findNeverCertified(code)?.title ?? code);
    return details === undefined || details === '' ? title : `${title}（${details}）`;
  });
}

/** 申请证明事项 as the annex prints it. */
export function matterTextOf(requested: readonly RequestedMatter[]): string {
  return matterLinesOf(requested).join('；');
}
