import { mark } from './message.ts';

/** What databases would run. */
const sql = [
  `' OR '1'='1' -- ${mark}`,
  `'; DROP TABLE cases; -- ${mark}`,
  `1; SELECT pg_sleep(20) -- ${mark}`,
  `${mark}' UNION SELECT table_name, null FROM information_schema.tables --`,
  `${mark}'||(SELECT current_user)||'`,
  `$${mark}$; ALTER ROLE tongban_api SUPERUSER; --`,
  `%' OR unit_code LIKE '% ${mark}`,
  `${mark}\\'; COPY cases TO PROGRAM 'id'; --`,
  `{"$ne":null,"m":"${mark}"}`,
  `'::int${mark}`,
];

/** What templates, pages and their readers would run. */
const markup = [
  `{{constructor.constructor("return process")()}}${mark}`,
  `{{{${mark}}}}`,
  `{{#with "s" as |string|}}{{lookup string.sub "constructor"}}${mark}{{/with}}`,
  `{{> ${mark}}}{{!-- {{#each this}}{{@key}}{{/each}}`,
  `\${7*7}<%= 7*7 %>#{7*7}${mark}`,
  `<script>document.title="${mark}"</script>`,
  `</td></tr></table><h1>${mark}</h1>`,
  `<img src=x onerror="fetch('http://127.0.0.1:9/${mark}')">`,
  `<iframe src="file:///etc/passwd"></iframe>${mark}`,
  `<svg/onload=alert(1)>${mark}<!--`,
  `&lt;b&gt;&#60;i&#62;&amp;amp;${mark}`,
  `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;${mark}`,
  `<style>*{display:none}@import "http://127.0.0.1:9/${mark}"</style>`,
  `"}body{background:url(http://127.0.0.1:9/${mark})}`,
  `javascript:alert("${mark}")`,
  `data:text/html,<script>1</script>${mark}`,
];

/** What shells, files, logs, sheets and networks would follow. */
const ways = [
  `../../../../etc/passwd${mark}`,
  `..\\..\\windows\\win.ini${mark}`,
  `file:///etc/shadow#${mark}`,
  `http://169.254.169.254/latest/meta-data/${mark}`,
  `$(id)\`id\`;id|id&&id ${mark}`,
  `=cmd|'/c calc'!A1${mark}`,
  `\${jndi:ldap://127.0.0.1/${mark}}`,
  `%n%n%s%x${mark}`,
  `{"level":60,"msg":"${mark}"}`,
];

/** Characters that change what stands beside them, or are not kept by everybody. */
const characters = [
  `${mark}\u202Egnp.exe\u202C`,
  `\u2066${mark}\u2069`,
  `${mark}\u0000nul`,
  `${mark}\r\nX-Injected: 1`,
  `${mark}\uD800`,
  `\uDC00${mark}`,
  `${mark}\uFEFF\u200B\u200D`,
  `${mark}\u0085\u2028\u2029`,
  `${mark}${'\u0301'.repeat(60)}`,
  `\u{1F468}\u200D\u{1F469}\u200D\u{1F467}${mark}`,
  `${mark}\u{10FFFF}\u{FFFE}`,
  `${mark}\u{E0041}\u{E007F}`,
  `\u{F0000}${mark}`,
  `${mark} ﷽﷽`,
];

/** A text for every hostile reader that it may come to. */
export const hostileTexts: readonly string[] = [...sql, ...markup, ...ways, ...characters];

/** Those whose characters may stand on a line of text: a page has to show them as they are. */
export const printableHostileTexts: readonly string[] = [...sql, ...markup, ...ways];

export const longTexts: readonly string[] = [
  mark + 'A'.repeat(10_000),
  mark + '证'.repeat(9000),
  mark + '\u0301'.repeat(20_000),
  `${mark}${'('.repeat(5000)}`,
  `${mark}${' '.repeat(9000)}x`,
];
