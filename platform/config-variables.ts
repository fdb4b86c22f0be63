import Type from 'typebox';

/** A setting that cannot be used. The message names the variable and what it may hold, never a secret's value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** The port of a server. */
export const port = (env: string, options: { default?: number } = {}) =>
  Type.Integer({
    minimum: 0,
    maximum: 65_535,
    env,
    valid: '0 至 65535 的整数，0 表示任选空闲端口',
    ...options,
  });
/** A text that is not empty. */
export const text = (env: string, valid: string, options: { default?: string; secret?: true } = {}) =>
  Type.String({ minLength: 1, env, valid, ...options });
/** A name that Temporal's queries can hold: it separates the two of a version by a colon. */
export const deploymentPart = (env: string, valid: string, options: { default?: string } = {}) =>
  Type.String({
    pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$',
    env,
    valid: `${valid}（字母、数字、点、下划线、连字符，至多100个）`,
    ...options,
  });
/** An address of the schemes given. */
export const url = (env: string, options: { secret?: true; schemes?: string } = {}) =>
  Type.String({
    pattern: `^(${options.schemes ?? 'https?'})://[^\\s]+$`,
    env,
    valid: `以 ${(options.schemes ?? 'https?').replace('s?', '(s)').replaceAll('|', ' 或 ')}:// 开头的地址`,
    ...(options.secret === undefined ? {} : { secret: options.secret }),
  });
/** A whole number within limits. */
export const whole = (env: string, [minimum, maximum]: readonly [number, number], initial: number) =>
  Type.Integer({ minimum, maximum, default: initial, env, valid: `${minimum} 至 ${maximum} 的整数` });
/** One of some words. */
export const oneOf = <const Values extends readonly string[]>(
  env: string,
  values: Values,
  initial: Values[number],
) => Type.Unsafe<Values[number]>(Type.Enum(values, { default: initial, env, valid: values.join('、') }));

const loopbackHosts = ['127.0.0.1', '[::1]', 'localhost'];

/** Whether what goes there cannot be read on the way: TLS, or an address of this machine. */
export function isSafeUrl(text: string): boolean {
  const target = URL.parse(text);
  return target !== null && (target.protocol === 'https:' || loopbackHosts.includes(target.hostname));
}
