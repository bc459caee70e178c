import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openTable } from '../../staff-file/open-table.ts';
import { fitsXlsx, xlsxStream } from './xlsx-stream.ts';

async function* inTurn(rows: readonly string[][]) {
  yield* rows;
}
async function readBack(headings: string[], rows: string[][]) {
  const file = xlsxStream(headings, inTurn(rows)) as unknown as AsyncIterable<Uint8Array>;
  const table = await openTable(file, { headerRow: 1 });
  const cells = (await Array.fromAsync(table.rows)).map((row) => row.cells);
  return { header: table.header, cells };
}

test('zeros at the beginning, formulas, dates and spaces stay the texts that they are', async () => {
  const row = ['0042', '=1+1', '1/5/2016', '', ' x ', '<b> & "c"', 'two\r\nlines'];
  const headings = ['Number', 'B', 'C', 'D', 'E', 'F', 'G'];
  expect(await readBack(headings, [row])).toEqual({ header: headings, cells: [row] });
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
      expect((await readBack(['A'], [[text]])).cells).toEqual([[text]]);
    }),
  );
});

test('a cell that is longer than Excel takes does not fit', () => {
  expect([fitsXlsx(['x', 'x'.repeat(32_767)]), fitsXlsx(['x', 'x'.repeat(32_768)])]).toEqual([true, false]);
  // As it is written, not as it reads.
  expect(fitsXlsx(['\u0001'.repeat(5_000)])).toBe(false);
});

test('a fault of the rows ends the download with it, and a reader who leaves ends the rows', async () => {
  async function* broken() {
    yield ['1'];
    throw new Error('the file is gone');
  }
  await expect(new Response(xlsxStream(['A'], broken())).arrayBuffer()).rejects.toThrow('the file is gone');

  const left = Promise.withResolvers<void>();
  async function* endless() {
    try {
      for (let at = 0; ; at += 1) yield [`${at} ${crypto.randomUUID()}`];
    } finally {
      left.resolve();
    }
  }
  const reader = xlsxStream(['A'], endless()).getReader();
  // The parts before the sheet come first.
  for (let bytes = 0; bytes < 10_000; ) bytes += (await reader.read()).value?.length ?? 0;
  await reader.cancel();
  await left.promise;
});
