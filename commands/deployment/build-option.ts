/** A build's id as it was given. @throws {Error} that names the option, when it was left out or cannot be one. */
export function buildOption(option: string, given: string | undefined): string {
  if (given === undefined) throw new Error(`缺少 ${option}：请写明构建编号。`);
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/.test(given)) {
    throw new Error(`${option} 的值“${given}”不是构建编号：只能含字母、数字、点、下划线和连字符。`);
  }
  return given;
}
