import { promisify } from 'node:util';
import type { Entry, ZipFile } from 'yauzl';
import yauzl from 'yauzl';

/** The files of a ZIP archive, read by another program than the one that wrote it. */
export async function unzip(archive: Buffer): Promise<Map<string, Buffer>> {
  const open = promisify<Buffer, yauzl.Options, ZipFile>(yauzl.fromBuffer);
  const zip = await open(archive, { lazyEntries: false });
  const files = new Map<string, Buffer>();
  return new Promise((resolve, reject) => {
    const reading: Promise<void>[] = [];
    zip.on('entry', (entry: Entry) => {
      reading.push(
        readEntry(zip, entry).then((content) => {
          files.set(entry.fileName, content);
        }),
      );
    });
    zip.on('end', () => {
      Promise.all(reading).then(() => {
        resolve(files);
      }, reject);
    });
    zip.on('error', reject);
  });
}

async function readEntry(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const stream = await promisify(zip.openReadStream.bind(zip) as never as OpenEntry)(entry);
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

type OpenEntry = (entry: Entry, done: (error: Error | null, stream: NodeJS.ReadableStream) => void) => void;
