import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvOf, csvTextOf, readCsvLines } from '../../platform/csv.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

async function linesOf(text: string) {
  const lines = await readCsvLines(csvTextOf(bytesOf(text)) ?? '');
  return lines.map((line) => ('cells' in line ? [line.line, ...line.cells] : [line.line, 'broken']));
}

describe('a CSV file', () => {
  it('is read with and without a byte order mark, with any line ends, and without empty lines', async () => {
    const expected = [
      [1, 'a', 'b'],
      [4, '1', 'x,"y'],
    ];
    expect(await linesOf('a,b\n\n,\n1,"x,""y"')).toEqual(expected);
    expect(await linesOf('\uFEFFa,b\r\n\r\n,,\r\n 1 , "x,""y" \r\n')).toEqual(expected);
    expect(await linesOf('a,b\r\r\r1,"x,""y"\r')).toEqual(expected);
  });

  it('loses one line to a stray quote, not the rest of the file', async () => {
    expect(await linesOf('a,b\n1,"2\n3,4\n5,6"7\n"8"x,9\n10,11')).toEqual([
      [1, 'a', 'b'],
      [2, 'broken'],
      [3, '3', '4'],
      [4, 'broken'],
      [5, 'broken'],
      [6, '10', '11'],
    ]);
  });

  it('is no text when it is not UTF-8', () => {
    expect(csvTextOf(new Uint8Array([0xb5, 0xa5, 0xce, 0xbb]))).toBeUndefined();
  });

  it('comes back as it was written, formulas and apostrophes among it', async () => {
    const cell = fc
      .oneof(
        fc.string({ unit: 'binary' }),
        fc.stringMatching(/^'{0,3}[=+@＝＋－＠-]?[\w",; ]*$/),
        fc.constantFrom('=1+1', "'=1", "''@x", '-5', "'", '电话'),
      )
      // Cells of a line hold no line ends, and spaces around them are not kept.
      .map((text) => text.replace(/\s|\uFEFF/g, ''));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1 }), async (rows) => {
        const text = csvTextOf(bytesOf(csvOf([['a', 'b'], ...rows]))) ?? '';
        const filled = rows.filter((cells) => cells.some((each) => /[^,]/.test(each)));
        const read = (await readCsvLines(text)).map((line) => ('cells' in line ? line.cells : []));
        expect(read.slice(1).filter((cells) => cells.some((each) => /[^,]/.test(each)))).toEqual(filled);
      }),
    );
  });

  it('holds no cell that a spreadsheet would calculate', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), (cells) => {
        const [row = []] = parse(csvOf([cells]), { bom: true, relax_column_count: true });
        for (const cell of row) expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
      }),
    );
  });
});
