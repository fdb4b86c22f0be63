import type { ErrorCode } from '../../domain/errors.ts';
import { idNumberFaultSentences } from '../../domain/identity/id-number-reasons.ts';
import type { ProblemDetails } from '../problems.ts';
import { Problem, problemBody } from '../problems.ts';
import type { ProblemBody } from '../schemas/problem.ts';
import { idOf } from './facts.ts';

/** What is particular about some of them. */
const particulars: Partial<Record<ErrorCode, ProblemDetails>> = {
  validation_failed: {
    errors: [{ pointer: '/reason', code: 'missing', message: '未填写此项。' }],
  },
  application_not_eligible: {
    errors: [
      {
        ...{ pointer: '/applicant/idNumber', code: 'id_number_checksum' },
        message: idNumberFaultSentences.checksum,
      },
    ],
  },
  act_not_allowed: { currentStatus: 'accepted', allowed: ['refuse', 'withdraw', 'transmit'] },
};

/** A problem with a code, as it is answered. */
export function problemExample(code: ErrorCode): ProblemBody {
  return problemBody(new Problem(code, particulars[code]), idOf(30));
}
