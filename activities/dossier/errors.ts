/** The longest dossier: what a home station prints, and what a fax machine takes in an hour. */
export const maxPages = 60;

/** Of a paper, for each of its pages: scans are far below it. */
export const maxBytesPerPage = 10_000_000;

/** What is the matter with one paper of a dossier. */
export type PaperFault = 'encrypted' | 'broken' | 'no_pages' | 'too_large' | 'unknown_type';

const faultSentences = {
  encrypted: '是加密的 PDF，无法并入：请另存为不加密的文件后重新上传',
  broken: '已损坏，无法读取：请重新扫描上传',
  no_pages: '没有内容：请重新扫描上传',
  too_large: '每页超过 10 MB：请降低扫描分辨率后重新上传',
  unknown_type: '不是 PDF、JPEG 或 PNG 文件：请重新扫描上传',
} as const satisfies Record<PaperFault, string>;

/** A paper that cannot be put into the dossier. Trying again cannot help; another scan can. */
export class DossierUnreadableError extends Error {
  override readonly name = 'DossierUnreadableError';
  readonly code = 'dossier_unreadable';
}

/** Names the paper by its place in the list: a file's name is personal data. */
export function unreadablePaper(
  position: number,
  fault: PaperFault,
  options?: ErrorOptions,
): DossierUnreadableError {
  return new DossierUnreadableError(`第 ${position} 份材料${faultSentences[fault]}。`, options);
}

export function tooManyPages(pages: number): DossierUnreadableError {
  return new DossierUnreadableError(
    `申请材料共 ${pages} 页，超过 ${maxPages} 页的上限：请精简材料，或分次送达。`,
  );
}

/** A dossier goes out by hand though one of its files cannot be opened; its cover sheet says so. */
export function nullWhereUnreadable(error: unknown): null {
  if (error instanceof DossierUnreadableError) return null;
  throw error;
}

/** The work on the files did not end, or its thread died. The caller's retry policy decides when to try again. */
export class BinderError extends Error {
  override readonly name = 'BinderError';
  readonly code = 'service_unavailable';

  constructor(options?: ErrorOptions) {
    super('申请材料未能在限时内合并成册，请稍后重试。', options);
  }
}
