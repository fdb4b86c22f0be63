import { PassThrough, Readable } from 'node:stream';
import yazl from 'yazl';

export interface ZipEntry {
  /** Path within the archive. */
  readonly name: string;
  /** Bytes, or where they come from when it is their turn. */
  readonly content: Uint8Array | (() => AsyncIterable<Uint8Array>);
}

// Local time on purpose: the format stores what a clock on the wall shows, so that every machine writes the same bytes.
const timeOfAllFiles = new Date(1980, 0, 1);
const ordinaryFile = 0o100644;

/**
 * A ZIP archive whose bytes depend on its entries and their order, not on when and where it is made. Where an entry cannot
 * be read to its end, the archive breaks off: half a file is no copy of it.
 */
export function createZip(entries: readonly ZipEntry[]): Readable {
  const zip = new yazl.ZipFile();
  const archive = new PassThrough();
  const breakOff = (error: Error) => archive.destroy(error);
  // The library listens to no stream that it is given: its error would end the process.
  zip.once('error', breakOff);
  const options = { mtime: timeOfAllFiles, mode: ordinaryFile, forceDosTimestamp: true };
  for (const { name, content } of entries) {
    if (typeof content === 'function') {
      zip.addReadStreamLazy(name, options, (give) => {
        give(null, Readable.from(content()).once('error', breakOff));
      });
    } else {
      zip.addBuffer(Buffer.from(content), name, options);
    }
  }
  zip.end();
  return zip.outputStream.pipe(archive);
}
