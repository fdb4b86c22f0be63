import document from '../../api/openapi.json' with { type: 'json' };
import { problemStatus } from '../../api/problem-status.ts';
import type { Operation } from '../authority/operations.ts';
import type { Input } from './message.ts';
import type { Answer } from './send.ts';
import { holdsMark } from './send.ts';

/** What no refusal tells anybody: where it broke, what it asked of the database, where things lie, what opens them. */
const leaks: Readonly<Record<string, RegExp>> = {
  'a stack': /\bat \S+ ?\(?\/?\S+:\d+:\d+|node_modules|node:internal|\b\w*Error:/,
  SQL: /\b(?:select|insert|update|delete)\b.+\b(?:from|into|set)\b|syntax error at|violates|relation "|SQLSTATE|tongban_(?:api|worker)/i,
  'a path of this machine': new RegExp(`${process.cwd()}|/(?:tmp|home|usr|var|work|dev/shm)/|file://`),
  'a secret': /\bBearer ey|whsec_|-----BEGIN|postgres:\/\//,
};

type Responses = Readonly<Record<string, unknown>>;
const paths = document.paths as unknown as Readonly<
  Record<string, Readonly<Record<string, { responses: Responses }>>>
>;

function isDocumented({ path, method }: Operation, status: number): boolean {
  return paths[path]?.[method.toLowerCase()]?.responses[String(status)] !== undefined;
}

/** What is wrong with an answer, for people; nothing where it is as it should be. */
export function faultsOf(operation: Operation, { reaches }: Input, answer: Answer | undefined): string[] {
  if (answer === undefined) return reaches === 'answered_by_server' ? [] : ['closed without an answer'];
  const { status, head, body } = answer;
  if (status < 400) return leaksIn(head, 'a secret');
  return [
    ...problemFaults(answer, operation, reaches),
    ...leaksIn(`${head}\n${body}`, ...Object.keys(leaks)),
    ...(holdsMark(head + body) ? ['repeats what was sent'] : []),
  ].map((fault) => `${String(status)} ${fault}`);
}

/** What a 503 may be of: something that the house needs, and that is not there. */
const outages = ['service_unavailable', 'item_not_tried', 'replay_unanswered'] as const;
const outageInLog = new RegExp(`"status":503|"errorCode":"(?:${outages.join('|')})"`);

function problemFaults(
  { status, contentType, head, body }: Answer,
  operation: Operation,
  reaches: Input['reaches'],
): string[] {
  if (status >= 500 && status !== 503) return ['is a failure of the server'];
  // Node itself refuses a request without a host, and an expectation, in its first line only.
  if (body === '' && contentType === '' && reaches === 'answered_by_server') return [];
  // To a question about the head there is no body.
  if (/^content-length: 0$/im.test(head) && reaches !== 'operation') return [];
  if (!contentType.startsWith('application/problem+json'))
    return [`is no problem but ${contentType}: ${body.slice(0, 80)}`];
  const code = codeIn(body);
  if (code === undefined) return body === '' && reaches !== 'operation' ? [] : ['has no code of ours'];
  if (problemStatus[code] !== status) return [`does not belong to ${code}`];
  if (status === 503 && !outages.some((outage) => outage === code)) return [`is no ${code}`];
  if (reaches === 'operation' && !isDocumented(operation, status)) return [`${code} is not in the document`];
  return [];
}

function codeIn(body: string): keyof typeof problemStatus | undefined {
  try {
    const { code } = JSON.parse(body) as { readonly code?: string };
    return code !== undefined && Object.hasOwn(problemStatus, code)
      ? (code as keyof typeof problemStatus)
      : undefined;
  } catch {
    return undefined;
  }
}

function leaksIn(text: string, ...kinds: readonly string[]): string[] {
  return kinds.filter((kind) => leaks[kind]?.test(text)).map((kind) => `tells ${kind}`);
}

/** What is wrong with lines of the log. */
export function logFaults(lines: readonly string[]): string[] {
  return lines.flatMap((line) => [
    ...(holdsMark(line) ? [`a log line repeats what was sent: ${line.slice(0, 200)}`] : []),
    // A 5xx that is no outage is an error there, and so is whatever broke without an answer.
    ...(/"level":(?:50|60)/.test(line) && !outageInLog.test(line)
      ? [`logged as an error: ${line.slice(0, 400)}`]
      : []),
    ...(leaks['a secret']?.test(line) ? [`a log line tells a secret`] : []),
  ]);
}
