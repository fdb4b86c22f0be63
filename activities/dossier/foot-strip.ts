import type { PDFFont, PDFPage } from '@cantoo/pdf-lib';
import { PDFName, degrees, rgb } from '@cantoo/pdf-lib';

/** 8.5 mm, added to every page: what stands in it covers nothing of the paper. */
const stripPoints = 24;
const fontSize = 9;
const baselinePoints = 8;

const obsoleteBoxes = ['BleedBox', 'TrimBox', 'ArtBox'] as const;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Strip {
  readonly page: Box;
  readonly strip: Box;
  /** Where the text begins, for a text of the given width. */
  readonly textAt: (textWidth: number) => { readonly x: number; readonly y: number };
}

type Turn = 0 | 90 | 180 | 270;

/**
 * The strip along the edge that is the lower one for a reader, seen in the page's own coordinates: `turn` is how far
 * a viewer turns the page clockwise.
 */
const stripOf: Readonly<Record<Turn, (box: Box) => Strip>> = {
  0: ({ x, y, width, height }) => ({
    page: { x, y: y - stripPoints, width, height: height + stripPoints },
    strip: { x, y: y - stripPoints, width, height: stripPoints },
    textAt: (textWidth) => ({ x: x + (width - textWidth) / 2, y: y - stripPoints + baselinePoints }),
  }),
  90: ({ x, y, width, height }) => ({
    page: { x, y, width: width + stripPoints, height },
    strip: { x: x + width, y, width: stripPoints, height },
    textAt: (textWidth) => ({
      x: x + width + stripPoints - baselinePoints,
      y: y + (height - textWidth) / 2,
    }),
  }),
  180: ({ x, y, width, height }) => ({
    page: { x, y, width, height: height + stripPoints },
    strip: { x, y: y + height, width, height: stripPoints },
    textAt: (textWidth) => ({
      x: x + (width + textWidth) / 2,
      y: y + height + stripPoints - baselinePoints,
    }),
  }),
  270: ({ x, y, width, height }) => ({
    page: { x: x - stripPoints, y, width: width + stripPoints, height },
    strip: { x: x - stripPoints, y, width: stripPoints, height },
    textAt: (textWidth) => ({ x: x - stripPoints + baselinePoints, y: y + (height + textWidth) / 2 }),
  }),
};

/** Adds a strip with a line of text below a page, however the page is turned. */
export function addFootStrip(page: PDFPage, text: string, font: PDFFont): void {
  const turn = turnOf(page);
  const { page: extended, strip, textAt } = stripOf[turn](page.getCropBox());
  for (const box of obsoleteBoxes) page.node.delete(PDFName.of(box));
  page.setMediaBox(extended.x, extended.y, extended.width, extended.height);
  page.setCropBox(extended.x, extended.y, extended.width, extended.height);
  // What a paper had hidden beyond its edge stays hidden.
  page.drawRectangle({ ...strip, color: rgb(1, 1, 1) });
  const at = textAt(font.widthOfTextAtSize(text, fontSize));
  page.drawText(text, { ...at, size: fontSize, font, rotate: degrees(turn) });
}

function turnOf(page: PDFPage): Turn {
  const angle = ((page.getRotation().angle % 360) + 360) % 360;
  return angle === 90 || angle === 180 || angle === 270 ? angle : 0;
}
