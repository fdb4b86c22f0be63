import { describe, expect, it } from 'vitest';
import QRCode from 'qrcode';
import { qrCodePath } from '../../activities/documents/qr-code.ts';

describe('qrCodePath', () => {
  it('draws exactly the dark modules', () => {
    const text = '44010653000020260305000019';
    const { data, size } = QRCode.create(text, { errorCorrectionLevel: 'M' }).modules;
    const drawn = new Uint8Array(size * size);
    const { modules, path } = qrCodePath(text);
    for (const [, column, row, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
      drawn.fill(1, Number(row) * size + Number(column), Number(row) * size + Number(column) + Number(width));
    }
    expect(modules).toBe(size);
    expect([...drawn]).toEqual([...data]);
  });
});
