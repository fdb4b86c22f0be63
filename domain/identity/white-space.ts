/**
 * Unicode White_Space as fixed code points. The run time's `\s` differs: it takes U+FEFF for white space and not
 * U+0085, and a vector is only a vector if every run time reads it alike.
 */
export const whiteSpace =
  '\\u0009-\\u000D\\u0020\\u0085\\u00A0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000';
