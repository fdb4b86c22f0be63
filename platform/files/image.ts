import type { Sharp } from 'sharp';
import sharp from 'sharp';
import { FileFaultError } from './file-fault.ts';

export type ImageType = 'image/jpeg' | 'image/png';

export interface Image {
  readonly mediaType: ImageType;
  readonly content: Uint8Array;
}

// 60 megapixels: an A4 page at 600 dpi has 35, an A3 page 70. More is a bomb.
const maxPixels = 60_000_000;

// The long edge of A4 at 400 dpi: what a scan holds beyond that is the grain of the paper.
const maxEdgePixels = 4677;

// Of what is kept, as the binder of dossiers takes it.
const maxBytes = 10_000_000;

const timeoutSeconds = 30;

/**
 * An image as our own encoder writes it: upright, in sRGB, on white, and nothing in it that is not a pixel. Where and
 * with what it was taken (EXIF), its colour profile, its comments and whatever hung at its end stay behind.
 * @throws {FileFaultError} when it cannot be read, or is larger than a page can be.
 */
export async function reencodeImage({ mediaType, content }: Image): Promise<Image> {
  const pixels = await readPixels(content, mediaType);
  const kept =
    mediaType === 'image/png' ? await encode(pixels, 'image/png') : await encode(pixels, 'image/jpeg');
  if (kept.content.byteLength <= maxBytes) return kept;
  // A photograph as PNG; our encoder may not do as well as the one that it came from.
  const smaller = await encode(pixels, 'image/jpeg');
  if (smaller.content.byteLength > maxBytes) throw new FileFaultError(['image_too_large']);
  return smaller;
}

async function readPixels(content: Uint8Array, mediaType: ImageType): Promise<Sharp> {
  const image = sharp(content, { limitInputPixels: maxPixels, failOn: 'error', sequentialRead: true });
  const { format, width, height } = await image.metadata().catch(failUnreadable);
  if (`image/${format}` !== mediaType) throw new FileFaultError(['file_unreadable']);
  if (width * height > maxPixels) throw new FileFaultError(['image_too_large']);
  return image
    .autoOrient()
    .flatten({ background: '#fff' })
    .resize({ width: maxEdgePixels, height: maxEdgePixels, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .timeout({ seconds: timeoutSeconds });
}

async function encode(pixels: Sharp, mediaType: ImageType): Promise<Image> {
  const output =
    mediaType === 'image/png'
      ? pixels.clone().png()
      : // Letters of a scan stay sharp; less than full colour resolution would smear the red of a seal.
        pixels.clone().jpeg({ quality: 90, chromaSubsampling: '4:4:4' });
  return { mediaType, content: await output.toBuffer().catch(failUnreadable) };
}

function failUnreadable(cause: unknown): never {
  const isBomb = cause instanceof Error && cause.message.includes('pixel limit');
  throw new FileFaultError([isBomb ? 'image_too_large' : 'file_unreadable'], { cause });
}
