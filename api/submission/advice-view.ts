import type { Advice } from '../../domain/eligibility/finding.ts';

/** Advice as an answer tells it. */
export function adviceView({ related, ...advice }: Advice) {
  return { ...advice, ...(related === undefined ? {} : { related: [...related] }) };
}
