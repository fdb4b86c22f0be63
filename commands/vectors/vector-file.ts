import { readFileSync } from 'node:fs';
import type { Comparison } from './comparison.ts';
import { UnusableFileError, agrees } from './comparison.ts';
import { idNumberFormat, nameFormat } from './identity.ts';
import { specialWorkingDaysFormat } from './special-working-days.ts';
import { workingDaysFormat } from './working-days.ts';

const formats = [workingDaysFormat, specialWorkingDaysFormat, idNumberFormat, nameFormat];

/** How a vector file and the domain agree. */
export interface VectorReport {
  readonly passed: number;
  readonly failed: number;
  readonly failures: readonly Comparison[];
}

/**
 * Checks the contents of a vector file against the domain.
 * @throws {UnusableFileError} when it has none of the four formats.
 */
export function checkVectors(json: unknown): VectorReport {
  for (const format of formats) {
    const comparisons = format(json);
    if (!comparisons || comparisons.length === 0) continue;
    const failures = comparisons.filter((comparison) => !agrees(comparison));
    return { passed: comparisons.length - failures.length, failed: failures.length, failures };
  }
  throw new UnusableFileError('无法识别格式，应为工作日、特殊工作日、公民身份号码或姓名的核对文件');
}

/**
 * Checks a vector file.
 * @throws {UnusableFileError} when it cannot be read, is no JSON or has none of the four formats.
 */
export function checkVectorFile(path: string): VectorReport {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new UnusableFileError('文件不存在或无法读取');
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new UnusableFileError('文件不是有效的 JSON');
  }
  return checkVectors(json);
}
