import { idNumberCheckCharacterOf } from '../../domain/identity/id-number.ts';
import { addDays, parsePlainDate } from '../../domain/time/plain-date.ts';

const surnames = '李 王 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗'.split(' ');
const given = '样 例 测 试 演 练 甲 乙 丙 丁 戊 己 庚 辛 壬 癸'.split(' ');
const firstBirthday = parsePlainDate('1950-01-01');
const perDay = 1000;

/** An invented person for each number up to 20 million; the ID number has a valid check character. */
export function personOf(n: number): { readonly name: string; readonly idNumber: string } {
  const born = addDays(firstBirthday, Math.floor(n / perDay)).replaceAll('-', '');
  const digits = `520302${born}${String(n % perDay).padStart(3, '0')}`;
  const name = [surnames[n % 20], given[(n >> 3) % 16], given[(n >> 7) % 16]].join('');
  return { name, idNumber: digits + idNumberCheckCharacterOf(digits) };
}

/** Whose the n-th case is: every eighth is another one of a person who has one already. */
export function applicantOf(n: number): number {
  return n % 8 === 7 ? n - 7 : n;
}
