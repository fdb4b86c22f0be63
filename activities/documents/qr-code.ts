import QRCode from 'qrcode';

/** A QR code as one SVG path of rows of dark modules, in units of a module. */
export interface QrCodePath {
  readonly modules: number;
  readonly path: string;
}

/** Encodes a text. Level M repairs 15 % damage: paper that lies in a file is folded and stamped. */
export function qrCodePath(text: string): QrCodePath {
  const { size, data } = QRCode.create(text, { errorCorrectionLevel: 'M' }).modules;
  let path = '';
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const start = column;
      while (column < size && data[row * size + column]) column += 1;
      const width = column - start;
      if (width > 0) path += `M${start} ${row}h${width}v1h-${width}z`;
    }
  }
  return { modules: size, path };
}
