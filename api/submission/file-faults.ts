import type { FileFault } from '../../platform/files/file-fault.ts';
import type { UploadLimits } from '../../platform/files/uploads.ts';
import type { FieldFault } from '../schemas/problem.ts';

const mebibyte = 1024 * 1024;

/** What is told of a fault, and what helps. */
const sentences = {
  file_empty: () => '文件为空，请重新扫描后上传。',
  file_type_not_allowed: () => '只接受 JPEG、PNG 图像和 PDF 文件，以文件内容为准。',
  file_type_differs: () => '文件内容与声明的类型不符，请核对后重新上传。',
  file_too_large: ({ fileBytes }) =>
    `文件超过 ${fileBytes / mebibyte} MB，请降低扫描分辨率或分成几份后上传。`,
  file_unreadable: () => '文件已损坏，无法读取，请重新扫描后上传。',
  file_infected: () => '文件含有病毒，已拒收，请检查所用的电脑后重新扫描上传。',
  file_is_archive_too: () => '文件中夹带压缩包，已拒收，请重新扫描后上传。',
  file_unpacks_too_large: () => '文件解压后过大，已拒收，请打印后重新扫描上传。',
  image_too_large: () => '图像尺寸过大，请降低扫描分辨率后重新上传。',
  pdf_encrypted: () => 'PDF 已加密，请另存为不加密的文件后重新上传。',
  pdf_too_many_pages: ({ pdfPages }) => `PDF 超过 ${pdfPages} 页，请精简材料或分成几份后上传。`,
  pdf_has_scripts: () => 'PDF 中含有脚本，已拒收，请打印后重新扫描上传。',
  pdf_has_embedded_files: () => 'PDF 中嵌有附件，已拒收，请去掉附件或打印后重新扫描上传。',
  pdf_has_actions: () => 'PDF 中含有链接、启动程序或多媒体内容，已拒收，请打印后重新扫描上传。',
} as const satisfies Record<FileFault, (limits: UploadLimits) => string>;

/** A fault of one of the files that were sent, counted from nought. */
export function faultOfFile(index: number, code: FileFault, limits: UploadLimits): FieldFault {
  return { pointer: `/attachments/${index}`, code, message: sentences[code](limits) };
}

export function tooManyFiles({ files }: UploadLimits): FieldFault {
  return {
    pointer: '/attachments',
    code: 'too_many_files',
    message: `一次最多上传 ${files} 份材料，请分次上传。`,
  };
}

export function tooMuchTogether({ totalBytes }: UploadLimits): FieldFault {
  const message = `一次上传的材料合计不得超过 ${totalBytes / mebibyte} MB，请分次上传。`;
  return { pointer: '/attachments', code: 'files_too_large', message };
}

/** Faults for which a file is no such thing as is taken here: 415, where the others are 422. */
export function isTypeFault({ code }: FieldFault): boolean {
  return code === 'file_type_not_allowed' || code === 'file_type_differs';
}
