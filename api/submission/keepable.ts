import { Problem } from '../problems.ts';

// jsonb keeps neither NUL nor half of a surrogate pair; JSON.stringify writes both as escapes.
const unkeepable = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f][0-9a-f]{2})/;

/** @throws {Problem} 422 for texts that Postgres does not keep, where no rule has looked at them. */
export function requireKeepable(content: object): void {
  if (!unkeepable.test(JSON.stringify(content))) return;
  const message = '含有不能保存的字符，请重新录入。';
  throw new Problem('validation_failed', { errors: [{ pointer: '', code: 'wrong_characters', message }] });
}
