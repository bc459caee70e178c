import { describe, expect, test } from 'vitest';
import { openTable } from '../open-table.ts';
import type { ReadOptions } from '../table.ts';
import { workbookOf } from '../testing/workbook.ts';
import { zipOf } from '../testing/zip.ts';

async function* pieces(bytes: Uint8Array) {
  for (let at = 0; at < bytes.length; at += 1_000) yield bytes.subarray(at, at + 1_000);
}
async function read(file: Uint8Array, options: ReadOptions = {}) {
  const { facts, header, rows, below } = await openTable(pieces(file), {
    isName: (cell) => ['Number', 'Last'].includes(cell),
    ...options,
  });
  const all = await Array.fromAsync(rows);
  return { facts, header, below, cells: all.map(({ cells }) => cells), lines: all.map(({ line }) => line) };
}
const shown = async (formats: (string | number)[], numbers: (number | string)[], date1904 = false) => {
  const row = numbers.map((number, at) => ({ number, format: Math.min(at, formats.length - 1) + 1 }));
  const file = workbookOf(
    { A: [['Number', 'Last', ...row.slice(2).map(String)], row] },
    { formats, date1904 },
  );
  return (await read(file)).cells[0];
};

test('a sheet with titles, gaps and a total: its rows are numbered as Excel numbers them', async () => {
  const file = workbookOf({
    Roster: [
      ['Grand Bend ISD'],
      undefined,
      ['Number', '', 'Last'],
      ['1', '', 'Muñoz & Sons'],
      undefined,
      ['2', 'x', ''],
      ['Total', '2'],
    ],
  });
  expect(await read(file)).toMatchObject({
    facts: { headerRow: 3, above: [1], sheet: 'Roster', sheets: ['Roster'], encoding: null, delimiter: null },
    header: ['Number', '', 'Last'],
    cells: [
      ['1', '', 'Muñoz & Sons'],
      ['2', 'x'],
    ],
    lines: [4, 6],
    below: [7],
  });
});

test('leading zeros come from the format, codes are never rounded, thousands are not separated', async () => {
  expect(
    await shown(
      ['000', 0, '00000', '000-00-0000', '#,##0', 0],
      [1, 207288, 1234, 101111007, 207288, 123456789012],
    ),
  ).toEqual(['001', '207288', '01234', '101-11-1007', '207288', '123456789012']);
});

test('dates of any format are days; midnight is dropped; 1904 counts', async () => {
  expect(
    await shown(
      [14, 'd-mmm-yy', 'mm/dd/yy', 'm/d/yyyy h:mm', 'yyyy\\-mm\\-dd', 'm/d/yyyy h:mm'],
      [42394, 42394, 60, 42394, 42394, 42394.5],
    ),
  ).toEqual(['2016-01-25', '2016-01-25', expect.any(String), '2016-01-25', '2016-01-25', '2016-01-25 12:00']);
  expect((await shown([14, 14], [42394 - 1462, 1], true))?.[0]).toBe('2016-01-25');
});

test('shared and rich texts, formulas by their saved values, errors as shown', async () => {
  const file = workbookOf(
    {
      A: [
        ['Number', 'Last', 'c', 'd', 'e'],
        [
          { xml: '<c t="s"><v>0</v></c>' },
          { xml: '<c t="s"><v>1</v></c>' },
          { xml: '<c t="str"><f>A1&amp;"x"</f><v>sum</v></c>' },
          { xml: '<c t="b"><v>1</v></c>' },
          { xml: '<c t="e"><v>#N/A</v></c>' },
        ],
      ],
    },
    { shared: ['<t>007</t>', '<r><t>Mu</t></r><r><t>ñoz</t></r><rPh sb="0" eb="1"><t>x</t></rPh>'] },
  );
  expect((await read(file)).cells).toEqual([['007', 'Muñoz', 'sum', 'TRUE', '#N/A']]);
});

test('a sheet is chosen by its name; the first that is not hidden otherwise', async () => {
  const file = workbookOf(
    {
      Codes: [['x', 'y']],
      'Staff 1': [
        ['Number', 'Last'],
        ['1', 'A'],
      ],
      Old: [
        ['Number', 'Last'],
        ['2', 'B'],
      ],
    },
    { hidden: ['Codes'] },
  );
  expect((await read(file)).facts).toMatchObject({ sheet: 'Staff 1', sheets: ['Staff 1', 'Old'] });
  expect((await read(file, { sheet: 'Old' })).cells).toEqual([['2', 'B']]);
  await expect(read(file, { sheet: 'Codes' })).rejects.toThrow(/no sheet “Codes”/);
});

describe('a workbook that can’t be read is refused with a reason', () => {
  test.each([
    ['another zip file', zipOf({ 'a.txt': 'x' }), /no Excel workbook/],
    ['one that is cut', workbookOf({ A: [['Number']] }).subarray(0, 900), /damaged or incomplete/],
    [
      'an entity',
      workbookOf(
        { A: [] },
        { parts: { 'xl/worksheets/sheet1.xml': '<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>' } },
      ),
      /damaged/,
    ],
    [
      'broken XML',
      workbookOf({ A: [] }, { parts: { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData>' } }),
      /damaged/,
    ],
    ['a shared text that is missing', workbookOf({ A: [[{ xml: '<c t="s"><v>7</v></c>' }]] }), /damaged/],
  ])('%s', async (_, file, message) => {
    await expect(read(file)).rejects.toThrow(message);
  });

  test('a bomb is given up while it unpacks', async () => {
    const sheet = Buffer.concat([Buffer.from('<worksheet>'), Buffer.alloc(257 * 1024 * 1024, 0x20)]);
    const file = workbookOf({ A: [] }, { parts: { 'xl/worksheets/sheet1.xml': sheet } });
    await expect(read(file)).rejects.toThrow(/unpacks to more than 256 MB/);
  }, 60_000);

  test('a cell far to the right costs nothing', async () => {
    const far = { xml: '<c r="XFD1"><v>1</v></c>' };
    const file = workbookOf(
      { A: [] },
      { parts: { 'xl/worksheets/sheet1.xml': `<worksheet><row r="1">${far.xml}</row></worksheet>` } },
    );
    await expect(read(file)).rejects.toThrow(/more than 2,000 columns|more than 2000 columns/);
  });
});
