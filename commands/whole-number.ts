/** The value of an option that is a whole number from 1. @throws {Error} that says what it may be, with `hint`. */
export function wholeNumberOption(
  option: string,
  text: string,
  { max, hint = '' }: { max: number; hint?: string },
): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= max) return value;
  throw new Error(`${option} 应为1至${max}的整数${hint}，不能是“${text}”。`);
}
