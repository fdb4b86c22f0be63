import { deflateSync, gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { scan } from '../api/people.ts';
import { hostilePdfs } from '../files/hostile-pdfs.ts';
import { pdfWith, stream } from '../files/pdf-with.ts';
import { mark } from './message.ts';

const png = await sharp({ create: { width: 40, height: 40, channels: 3, background: '#789' } })
  .png()
  .toBuffer();
const jpeg = await sharp(png).jpeg().toBuffer();
const gif = await sharp(png).gif().toBuffer();
const pdf = pdfWith([stream('', Buffer.from(mark))]);

function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  // The checksum of IHDR matters to nobody who has already made room for the picture.
  return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)]);
}

/** A PNG that says it is so large, with as many bytes behind it as unpack to nothing of the kind. */
function pngOf(width: number, height: number): Buffer {
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  size.set([8, 6, 0, 0, 0], 8);
  const data = deflateSync(Buffer.alloc(4_000_000));
  return Buffer.concat([
    png.subarray(0, 8),
    chunk('IHDR', size),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A JPEG whose frame says other measures. */
function jpegOf(width: number, height: number): Buffer {
  const copy = Buffer.from(jpeg);
  const frame = copy.indexOf(Buffer.from([0xff, 0xc0]));
  copy.writeUInt16BE(height, frame + 5);
  copy.writeUInt16BE(width, frame + 7);
  return copy;
}

const zip = Buffer.from(
  '504b03041400000008000000210000000000ffffffffffffffff0100000061504b050600000000010001002f0000001f0000000000',
  'hex',
);

const cut = (bytes: Buffer, share: number) => bytes.subarray(0, Math.trunc(bytes.length * share));

interface HostileFile {
  readonly content: Buffer;
  readonly type: string;
}

const image = (content: Buffer, type = 'image/png'): HostileFile => ({ content, type });
const paper = (content: Buffer): HostileFile => ({ content, type: 'application/pdf' });

/** Files that are broken off, two things at once, or much more than they weigh. */
export const hostileFiles: Readonly<Record<string, HostileFile>> = {
  'a whole image': image(png),
  'a whole scan': image(scan),
  'a whole paper': paper(pdf),
  nothing: image(Buffer.alloc(0)),
  'an image cut short': image(cut(scan, 0.5)),
  'a head of an image': image(png.subarray(0, 20)),
  'a photograph cut short': image(cut(jpeg, 0.7), 'image/jpeg'),
  'a paper cut short': paper(cut(pdf, 0.6)),
  'a head of a paper': paper(Buffer.from('%PDF-1.7\n')),
  'a paper that is an archive': paper(Buffer.concat([pdf, zip])),
  'an archive that is a paper': paper(Buffer.concat([zip, pdf])),
  'an image that is an archive': image(Buffer.concat([png, zip])),
  'an image that is a page': image(
    Buffer.concat([png, Buffer.from(`<html><script>alert("${mark}")</script>`)]),
  ),
  'a script that is an image': image(
    Buffer.concat([Buffer.from('GIF89a/*'), gif.subarray(8), Buffer.from('*/=1;alert(1)')]),
    'image/gif',
  ),
  'a drawing with a script': image(
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>`),
    'image/svg+xml',
  ),
  'an archive': image(zip, 'application/zip'),
  'a packed bomb': image(gzipSync(Buffer.alloc(8_000_000)), 'application/gzip'),
  'an image of 2,500 million pixels': image(pngOf(50_000, 50_000)),
  'an image as wide as can be': image(pngOf(2_147_483_647, 1)),
  'an image of no pixels': image(pngOf(0, 0)),
  'a photograph of 4,000 million pixels': image(jpegOf(65_500, 65_500), 'image/jpeg'),
  text: image(Buffer.from(mark), 'text/plain'),
  'an image as a paper': paper(png),
  'a paper as an image': image(pdf),
  'a program': image(Buffer.from(`MZ${'\u0000'.repeat(500)}`), 'application/x-msdownload'),
  noughts: paper(Buffer.alloc(100_000)),
  ...Object.fromEntries(Object.entries(hostilePdfs).map(([what, [content]]) => [what, paper(content)])),
};
