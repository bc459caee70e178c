import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openTable } from '../staff-file/open-table.ts';
import { fitsXlsx, xlsxOf } from './xlsx.ts';

async function* pieces(bytes: Uint8Array) {
  yield bytes;
}
async function readBack(file: Uint8Array) {
  const { header, rows } = await openTable(pieces(file), { headerRow: 1 });
  return { header, cells: (await Array.fromAsync(rows)).map(({ cells }) => cells) };
}

test('zeros at the beginning, formulas, dates and spaces stay the texts that they are', async () => {
  const row = ['0042', '=1+1', '1/5/2016', ' x ', '<b> & "c"', 'two\nlines'];
  const headings = ['Number', 'B', 'C', 'D', 'E', 'F'];
  expect(await readBack(await xlsxOf(headings, [row]))).toEqual({ header: headings, cells: [row] });
});

test('LAW whatever a cell holds, reading the workbook gives it back', async () => {
  const sign = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
    fc.constantFrom(
      '\u0001',
      '_x0041_',
      '_x005F_x0041_',
      '_',
      '\uFFFE',
      '\u{10FFFE}',
      '\u0000',
      '\u007F',
      '\u0085',
      '😀',
    ),
  );
  const cell = fc.array(sign, { minLength: 1, maxLength: 4 }).map((parts) => `a${parts.join('')}z`);
  await fc.assert(
    fc.asyncProperty(cell, async (text) => {
      // XML reads every end of a line as \n.
      const expected = text.replace(/\r\n?/g, '\n');
      expect((await readBack(await xlsxOf(['A'], [[text]]))).cells).toEqual([[expected]]);
    }),
  );
});

test('more rows or longer cells than a workbook takes do not fit', () => {
  const rows = (count: number, cell: string) => Array.from({ length: count }, () => [cell]);
  expect([fitsXlsx(rows(10_000, 'x')), fitsXlsx(rows(10_001, 'x'))]).toEqual([true, false]);
  expect([fitsXlsx(rows(1, 'x'.repeat(32_767))), fitsXlsx(rows(1, 'x'.repeat(32_768)))]).toEqual([
    true,
    false,
  ]);
  // As it is written, not as it reads.
  expect(fitsXlsx(rows(1, '\u0001'.repeat(5_000)))).toBe(false);
});
