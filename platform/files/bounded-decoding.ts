import { PDFContext, PDFRawStream, decodePDFRawStream } from '@cantoo/pdf-lib';

// Of one stream: the largest drawing of a page seen in office documents has a few megabytes.
const maxStreamBytes = 64 * 1024 * 1024;

// Of all the streams of a file.
const maxTotalBytes = 256 * 1024 * 1024;

interface GrowingStream {
  readonly buffer: Uint8Array;
  ensureBuffer(requested: number): Uint8Array;
}

/** How much was unpacked since it was set to nought. */
export interface DecodingMeter {
  reset(): void;
  /** The parser takes a stream that it could not unpack for an empty one, so that the error alone tells nobody. */
  isExceeded(): boolean;
}

/**
 * Makes every stream that pdf-lib unpacks in this thread end where it grows too large: ten kilobytes of deflated noughts
 * are ten megabytes, and a filter on a filter makes gigabytes of them. The library has no such limit and does not
 * export its classes, so the one method by which all of them grow is found on a stream and wrapped.
 */
export function boundDecoding(): DecodingMeter {
  let totalBytes = 0;
  let exceeded = false;
  const prototype = growingPrototype();
  const grow: GrowingStream['ensureBuffer'] = Reflect.get(prototype, 'ensureBuffer');
  prototype.ensureBuffer = function ensureBuffer(this: GrowingStream, requested: number) {
    if (requested <= this.buffer.byteLength) return this.buffer;
    exceeded ||= requested > maxStreamBytes || totalBytes > maxTotalBytes;
    if (exceeded) throw new RangeError('the file unpacks to too much');
    const grown = grow.call(this, requested);
    totalBytes += grown.byteLength;
    return grown;
  };
  return {
    reset() {
      totalBytes = 0;
      exceeded = false;
    },
    isExceeded: () => exceeded,
  };
}

function growingPrototype(): GrowingStream {
  const dict = PDFContext.create().obj({ Filter: 'ASCIIHexDecode' });
  let owner: unknown = decodePDFRawStream(PDFRawStream.of(dict, new Uint8Array()));
  while (typeof owner === 'object' && owner !== null) {
    if (Object.hasOwn(owner, 'ensureBuffer')) return owner as GrowingStream;
    owner = Object.getPrototypeOf(owner);
  }
  throw new Error('pdf-lib no longer unpacks as it did: its streams would grow without bound');
}
