import yazl from 'yazl';

export interface ZipEntry {
  /** Path within the archive. */
  readonly name: string;
  readonly content: Uint8Array;
}

// Local time on purpose: the format stores what a clock on the wall shows, so that every machine writes the same bytes.
const timeOfAllFiles = new Date(1980, 0, 1);
const ordinaryFile = 0o100644;

/** A ZIP archive whose bytes depend on its entries and their order, not on when and where it is made. */
export function createZip(entries: readonly ZipEntry[]): NodeJS.ReadableStream {
  const zip = new yazl.ZipFile();
  for (const { name, content } of entries) {
    zip.addBuffer(Buffer.from(content), name, {
      mtime: timeOfAllFiles,
      mode: ordinaryFile,
      forceDosTimestamp: true,
    });
  }
  zip.end();
  return zip.outputStream;
}
