import type { CommandId } from '../../domain/case/command-id.ts';
import { acceptedLater as laterView } from '../later.ts';
import { caseNo, idOf } from './facts.ts';

/** 202 of a case. */
export const acceptedLater = laterView(caseNo, idOf(20) as CommandId);
