import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvStream } from './csv.ts';

type Row = [string | null, string | number | null];

async function written(...batches: Row[][]): Promise<string> {
  async function* all() {
    yield* batches;
  }
  const stream = csvStream<Row>(
    [
      ['Name', ([name]) => name],
      ['Value', ([, value]) => value],
    ],
    all(),
  );
  const chunks = await Array.fromAsync(stream as unknown as AsyncIterable<Uint8Array>);
  return Buffer.concat(chunks).toString();
}

test('a table without rows has its headings, and the mark that Excel reads', async () => {
  expect(await written()).toBe('\uFEFFName,Value\r\n');
});

test('what a spreadsheet would run is neutralised, whatever HR sent', async () => {
  for (const evil of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1']) {
    const [, row] = parse(await written([[evil, null]]), { bom: true }) as string[][];
    expect(row).toEqual([`'${evil}`, '']);
  }
});

test('all else is read back as it was, across batches', async () => {
  // A text of blanks or one that begins like a formula is another matter.
  const text = fc.string().filter((value) => !/^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(value));
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(text, text)), async (rows) => {
      const read = parse(await written(rows, rows), { bom: true }) as string[][];
      expect(read.slice(1)).toEqual([...rows, ...rows]);
    }),
    { numRuns: 50 },
  );
});
