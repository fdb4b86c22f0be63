import type { RequestedMatter } from '../application/application.ts';
import { isMatterCode, matters } from '../matters/catalogue.ts';

/** 申请证明事项 as the annex prints it: the titles of the catalogue, each with what the applicant said of it. */
export function matterTextOf(requested: readonly RequestedMatter[]): string {
  return requested
    .map(({ code, details }) => {
      const title = isMatterCode(code) ? matters[code].title : code;
      return details === undefined || details === '' ? title : `${title}（${details}）`;
    })
    .join('；');
}
