import type { UnprintableCodePoint } from '../../domain/certificate/printable.ts';
import { unprintableReasonTitles } from '../../domain/certificate/printable.ts';

/**
 * A text holds characters that cannot be printed as they are. Code points only, never the text: a list of characters
 * can go into a log and before an officer's eyes. Trying again cannot help; a font or a correction can.
 */
export class UnprintableTextError extends Error {
  override readonly name = 'UnprintableTextError';
  readonly code = 'unprintable_text';
  readonly codePoints: readonly UnprintableCodePoint[];

  constructor(codePoints: readonly UnprintableCodePoint[]) {
    const list = codePoints
      .map(({ codePoint, reason }) => `${codePoint}（${unprintableReasonTitles[reason]}）`)
      .join('、');
    super(`文书中有不能打印的字符：${list}。`);
    this.codePoints = codePoints;
  }
}

/**
 * What stands in the form besides its long texts (names, addresses, units) leaves no room on its page. Long texts never do
 * this: they go on on continuation pages. Trying again cannot help.
 */
export class TextTooLongError extends Error {
  override readonly name = 'TextTooLongError';
  readonly code = 'certificate_too_long';

  constructor() {
    super('姓名、地址等固定栏目的内容过长，表格一页之内放不下：请核对后更正。');
  }
}

const renderFailureSentences = {
  busy: '等待打印的文书过多，请稍后重试。',
  timeout: '文书未能在限时内生成，请稍后重试。',
  browser_failed: '打印用的浏览器出错或意外退出，将重新启动，请重试。',
  document_navigated: '文书试图转到别处，已中止。',
  closed: '打印服务正在停止，请稍后重试。',
} as const satisfies Record<string, string>;

/** Why a document was not rendered this time. Each may be tried again. */
export type RenderFailure = keyof typeof renderFailureSentences;

export const renderFailures = Object.keys(renderFailureSentences) as RenderFailure[];

/** A document was not rendered, for a reason that lies with the browser. The caller's retry policy decides when to try again. */
export class RenderError extends Error {
  override readonly name = 'RenderError';
  readonly code = 'service_unavailable';
  readonly failure: RenderFailure;

  constructor(failure: RenderFailure, options?: ErrorOptions) {
    super(renderFailureSentences[failure], options);
    this.failure = failure;
  }
}

/** The browser or the fonts do not print here what they are given: documents must not be issued from this machine. */
export class PrinterUnfitError extends Error {
  override readonly name = 'PrinterUnfitError';
}
