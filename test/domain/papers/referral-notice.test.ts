import { expect, it } from 'vitest';
import { presentReferralNotice } from '../../../domain/papers/referral-notice.ts';
import { paperSamples } from '../../documents/paper-samples.ts';

it.each([
  ['partly_inconsistent', ['kinship'], '部分申请事项与户籍登记信息不一致。', ['亲属关系']],
  ['partly_no_record', [], '部分申请事项查无登记。', []],
  [
    'partly_inconsistent_and_no_record',
    ['birth_date', 'other'],
    '部分申请事项与户籍登记信息不一致，部分申请事项查无登记。',
    ['出生日期', '其他登记事项'],
  ],
] as const)('a referral says %s of %j in words', (reason, differingItems, sentence, named) => {
  const printed = presentReferralNotice({ ...paperSamples.referral_notice, reason, differingItems });
  expect(printed).toMatchObject({
    reason: expect.stringMatching(new RegExp(`^经户籍地公安派出所查证，${sentence}$`)) as string,
    differingItems: named,
  });
});
