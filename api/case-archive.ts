import { createHash } from 'node:crypto';
import type { Attachment } from '../db/repositories/attachments.ts';
import type { CaseArchive } from '../db/repositories/case-archive.ts';
import { channelTitles } from '../domain/case/status.ts';
import { describeEvent } from '../domain/case/timeline.ts';
import type { Occasion } from '../domain/papers/occasions.ts';
import { papers as paperTable } from '../domain/papers/papers.ts';
import { chineseDateTime } from '../domain/papers/wording.ts';
import { canonicalJson } from '../platform/canonical-json.ts';
import type { ZipEntry } from '../platform/zip.ts';
import { recordedTransmissions } from './transmission-view.ts';

interface ArchivedFile extends ZipEntry {
  /** What it is, for people. */
  readonly title: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** How the bytes of an attachment are read when it is their turn. */
export type ReadAttachment = (attachment: Attachment) => AsyncGenerator<Uint8Array>;

const extensions: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
};

const readme = `这是一件户籍类证明“跨省通办”申请件的完整案卷，供受理地和户籍地派出所留存备查。
各文件无需专用软件：PDF 和图像可直接打开，其余为 UTF-8 编码的文本。

manifest.json    全部文件的清单：名称、内容、字节数和 SHA-256 校验值，以及办理记录末项的校验值。
timeline.txt     办理经过，逐项列出时间和内容。
timeline.json    同上，含每项记录的全部数据和校验值。
application.json 申请内容。
acts.json        各次办理所填写的内容，含户籍地派出所的反馈。
notices.json     发出的通知。
register-queries.json 人口信息系统的查询：何人、何时、为何查询及结果。
transmissions.json 信息流转和备案的发送：方式、时间、送达、签收及页数、合订本校验值、送达情况、传真报告。
attachments/     申请材料，即系统所存的文件（图像经系统重新编码，不含拍摄信息）。
dossiers/        申请材料合订本，文件名为第几次流转、方式和版次；已送出的以 transmissions.json 所列校验值为准。
papers/          办理中出具的文书，文件名以办理记录的序号开头。
certificates/    户籍事项证明，含已作废的。

核对方法：计算任一文件的 SHA-256，与 manifest.json 所列比较（Windows：certutil -hashfile 文件名 SHA256；Linux：sha256sum）。
两地派出所在同一时点导出的案卷，各文件的校验值相同。
`;

/**
 * The file of a case as an archive [§4]: the same entries whoever exports it, so that both stations keep the same. A
 * paper that no font can print is named and left out.
 */
export function archiveOf(
  archive: CaseArchive,
  occasions: readonly Occasion[],
  readAttachment: ReadAttachment,
): readonly ZipEntry[] {
  const files = [
    ...recordsOf(archive),
    ...attachmentsOf(archive, readAttachment),
    ...dossiersOf(archive),
    ...papersOf(archive),
  ];
  const made = new Set(archive.papers.map(({ paper, seq }) => `${paper}/${String(seq)}`));
  const manifest = {
    caseNo: archive.caseNo,
    seq: archive.ledger.at(-1)?.seq ?? 0,
    ledgerHash: archive.ledger.at(-1)?.hash ?? null,
    files: files.map(({ name, title, bytes, sha256 }) => ({ name, title, bytes, sha256 })),
    notMade: occasions
      .filter(({ paper, seq }) => !made.has(`${paper}/${String(seq)}`))
      .map(({ paper, seq }) => ({ paper, seq, title: paperTable[paper].title })),
  };
  return [
    { name: 'README.txt', content: utf8(readme) },
    { name: 'manifest.json', content: json(manifest) },
    ...files.map(({ name, content }) => ({ name, content })),
  ];
}

function recordsOf(archive: CaseArchive): readonly ArchivedFile[] {
  const { application, acts, notices, registerQueries, ledger } = archive;
  const timeline = ledger.map(({ seq, stepKey, occurredAt, event, hash }) => ({
    ...{ seq, stepKey, occurredAt, event, hash },
    sentence: describeEvent(event),
  }));
  const lines = timeline.map(
    ({ seq, occurredAt, sentence }) => `${String(seq)}　${chineseDateTime(occurredAt)}　${sentence}\n`,
  );
  return [
    archived('timeline.txt', '办理经过', utf8(lines.join(''))),
    archived('timeline.json', '办理记录', json(timeline)),
    archived('application.json', '申请内容', json(application?.personal ?? null)),
    archived('acts.json', '办理内容', json(acts)),
    archived('notices.json', '通知', json(notices.map(({ id: _id, ...notice }) => notice))),
    archived(
      'register-queries.json',
      '人口信息系统查询记录',
      json(registerQueries.map(({ commandId: _commandId, ...query }) => query)),
    ),
    archived('transmissions.json', '信息流转记录', json(transmissionsOf(archive))),
  ];
}

/** What went from one station to the other beside the acts, and what became of it on the way. */
function transmissionsOf({ state, ledger, acts, transmissions, faxAttempts, filings }: CaseArchive) {
  const dossiers = state === undefined ? [] : recordedTransmissions(state, transmissions, faxAttempts);
  return {
    dossiers: dossiers.map((item) => ({ ...item, manual: manualRecordOf(item.n, { ledger, acts }) })),
    filings: filings.map(({ caseNo: _caseNo, ...filing }) => filing),
  };
}

/** What the officer said who handed it over by hand; null where the system did. */
function manualRecordOf(n: number, { ledger, acts }: Pick<CaseArchive, 'ledger' | 'acts'>) {
  const asked = ledger.find(({ event }) => event.type === 'transmission_requested' && event.effect.n === n);
  const content = acts.find(({ commandId }) => commandId === asked?.stepKey)?.content;
  return (content?.act === 'transmit' ? content.manual : undefined) ?? null;
}

function dossiersOf({ dossiers }: CaseArchive): readonly ArchivedFile[] {
  return dossiers.map(({ n, channel, edition, pdf }) =>
    archived(
      `dossiers/${String(n).padStart(2, '0')}-${channel}-${String(edition)}.pdf`,
      `申请材料合订本：第${String(n)}次流转（${channelTitles[channel]}）`,
      pdf,
    ),
  );
}

function attachmentsOf({ attachments }: CaseArchive, read: ReadAttachment): readonly ArchivedFile[] {
  return attachments.map((attachment) => ({
    // A name that somebody typed is no path.
    name: `attachments/${String(attachment.position).padStart(2, '0')}.${extensions[attachment.mediaType] ?? 'bin'}`,
    title: `申请材料：${attachment.fileName}`,
    bytes: attachment.sizeBytes,
    sha256: attachment.sha256,
    content: () => read(attachment),
  }));
}

function papersOf({ papers, certificates }: CaseArchive): readonly ArchivedFile[] {
  return [
    ...papers.map(({ paper, seq, pdf }) =>
      archived(`papers/${String(seq).padStart(4, '0')}-${paper}.pdf`, paperTable[paper].title, pdf),
    ),
    ...certificates.flatMap(({ certificateNo, pdf }) =>
      pdf === null ? [] : [archived(`certificates/${certificateNo}.pdf`, '户籍事项证明', pdf)],
    ),
  ];
}

function archived(name: string, title: string, content: Uint8Array): ArchivedFile {
  return { name, title, content, bytes: content.byteLength, sha256: sha256Of(content) };
}

function json(value: unknown): Uint8Array {
  return utf8(`${JSON.stringify(JSON.parse(canonicalJson(value)), null, 2)}\n`);
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function sha256Of(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
