import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openTable } from './open-table.ts';
import type { ReadOptions } from './table.ts';

const NAMES = new Set(['number', 'last', 'first', 'emp #', 'school']);
const isName = (cell: string) => NAMES.has(cell.trim().toLowerCase());

async function* pieces(bytes: Uint8Array, size = 7) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
async function read(file: string | Uint8Array, options: ReadOptions = {}, size?: number) {
  const table = await openTable(pieces(typeof file === 'string' ? Buffer.from(file) : file, size), {
    isName,
    ...options,
  });
  const rows = await Array.fromAsync(table.rows);
  return {
    header: table.header,
    facts: { ...table.facts },
    below: table.below,
    repeated: table.repeated,
    rows,
    cells: rows.map(({ cells }) => cells),
    lines: rows.map(({ line }) => line),
    faults: rows.flatMap(({ line, fault }) => (fault ? [line] : [])),
  };
}
const bigEndian = (text: string) => Buffer.from(text, 'utf16le').swap16();
const bytesOf = (text: string, encoding: string): Buffer =>
  encoding === 'utf-16be'
    ? bigEndian(text)
    : Buffer.from(
        text,
        encoding === 'utf-16le' ? 'utf16le' : encoding === 'windows-1252' ? 'latin1' : 'utf8',
      );

describe('encodings', () => {
  const text = 'Number,Last,First\r\n1,Muñoz,José\r\n';
  test.each([
    ['UTF-8', Buffer.from(text), 'utf-8'],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${text}`), 'utf-8'],
    ['Windows-1252', Buffer.from(text, 'latin1'), 'windows-1252'],
    ['UTF-16 LE', Buffer.from(text, 'utf16le'), 'utf-16le'],
    ['UTF-16 LE with a byte order mark', Buffer.from(`\ufeff${text}`, 'utf16le'), 'utf-16le'],
    ['UTF-16 BE', bigEndian(text), 'utf-16be'],
    ['UTF-16 BE with a byte order mark', bigEndian(`\ufeff${text}`), 'utf-16be'],
  ])('%s', async (_, bytes, encoding) => {
    const table = await read(bytes);
    expect(table).toMatchObject({ header: ['Number', 'Last', 'First'], facts: { encoding } });
    expect(table.cells).toEqual([['1', 'Muñoz', 'José']]);
  });

  test('Windows-1252 is recognized in a late line; its quotation marks too', async () => {
    const lines = `Number,Last\n${'1,Brown\n'.repeat(9_000)}`;
    const table = await read(
      Buffer.concat([Buffer.from(lines), Buffer.from([0x32, 0x2c, 0x4f, 0x92, 0x42])]),
      {},
      4_096,
    );
    expect(table.cells.at(-1)).toEqual(['2', 'O’B']);
    expect(table.facts.encoding).toBe('windows-1252');
  });

  test('a line of another encoding is that line’s fault', async () => {
    const table = await read(
      Buffer.concat([Buffer.from('Number,Last\n1,Muñoz\n2,'), Buffer.from([0xf1]), Buffer.from('\n3,Ñ\n')]),
    );
    expect(table.faults).toEqual([3]);
    expect(table.lines).toEqual([2, 3, 4]);
  });
});

describe('above and below the table', () => {
  test.each([
    ['sep=;', 'sep=;\r\nNumber;Last\r\n1;A\r\n', { delimiter: ';', headerRow: 2, above: [1] }],
    ['#TYPE', '#TYPE X.Y\r\n"Number","Last"\r\n"1","A"\r\n', { delimiter: ',', headerRow: 2, above: [1] }],
    ['titles', 'Grand Bend ISD,\nAs of 11/27/2026,\n\nNumber,Last\n1,A\n', { headerRow: 4, above: [1, 2] }],
    ['tabs', 'Number\tLast\n1\tA, B\n', { delimiter: '\t', headerRow: 1, above: [] }],
    ['pipes', 'Number|Last\n1|A\n', { delimiter: '|' }],
    ['unknown names', 'Foo,Bar\n1,A\n', { headerRow: 1 }],
    ['no header', '207288,Tanner,1/25/2016\n207289,Lee,1/26/2016\n', { headerRow: 0, above: [] }],
  ])('%s', async (_, text, facts) => {
    expect((await read(text)).facts).toMatchObject(facts);
  });

  test('a file without a header has columns by their places, and keeps its first row', async () => {
    const table = await read('207288,Tanner\n207289,Lee\n');
    expect(table.header).toEqual(['Column 1', 'Column 2']);
    expect(table.lines).toEqual([1, 2]);
  });

  test('the header is where a human says it is', async () => {
    const text = 'Foo,Bar\nNumber,Last\n1,A\n';
    expect((await read(text)).facts.headerRow).toBe(2);
    expect((await read(text, { headerRow: 1 })).cells[0]).toEqual(['Number', 'Last']);
    expect((await read(text, { headerRow: 0 })).lines).toEqual([1, 2, 3]);
    await expect(read('A,B\n\n1,2\n', { headerRow: 2 })).rejects.toThrow(/blank/);
  });

  test.each([
    'Total employees,300,,',
    ',,Grand Total,2',
    'Report generated 11/27/2026',
    'Count: 2,,,',
    '2 rows selected.,,,',
  ])('“%s” below the table is left out, and no person is', async (footer) => {
    const table = await read(`Number,Last,First,School\n1,Page,Ann,44\n2,Count,Al,44\n\n${footer}\n`);
    expect(table.below).toEqual([5]);
    expect(table.lines).toEqual([2, 3]);
  });

  test('a total between rows is a row; a person with few cells at the end, too', async () => {
    const table = await read('Number,Last,First,School\n1,A,B,1\nTotal,1,,\n2,A,B,1\n3,C,,\n');
    expect(table.lines).toEqual([2, 3, 4, 5]);
    expect(table.below).toEqual([]);
  });

  test('a header that is repeated between rows and at the end is left out, and no row that differs from it', async () => {
    const table = await read(
      'Report,,\nNumber, Last ,First\n1,A,B\n"Number",Last,First,,\n\n2,A,Last\nNUMBER,Last,First\nNumber,Last,\nNumber,Last,First,x\nNumber,Last,First\nTotal,2,\nNumber,Last,First\n',
    );
    expect(table.facts).toMatchObject({ headerRow: 2, above: [1] });
    expect(table.repeated).toEqual({ count: 3, lines: [4, 10, 12] });
    expect(table.below).toEqual([11]);
    expect(table.lines).toEqual([3, 6, 7, 8, 9]);
  });

  test('without a header nothing repeats it; of many repeats the first lines are kept', async () => {
    expect((await read('1,2\nColumn 1,Column 2\n')).lines).toEqual([1, 2]);
    const table = await read(`Number,Last\n${'Number,Last\n'.repeat(1_000)}1,A\n`);
    expect(table.lines).toEqual([1_002]);
    expect(table.repeated).toMatchObject({ count: 1_000, lines: { length: 20 } });
  });

  test('a payroll roster, plain and behind two title rows', async () => {
    const roster = readFileSync(new URL('testing/roster.csv', import.meta.url));
    const titles = `\ufeffGrand Bend ISD${','.repeat(18)}\r\nEmployee Roster as of 11/27/2026${','.repeat(18)}\r\n`;
    const titled = Buffer.concat([Buffer.from(titles), roster.subarray(3)]);
    for (const [file, headerRow] of [
      [roster, 1],
      [titled, 3],
    ] as const) {
      const table = await read(file, {}, 65_536);
      expect(table.facts).toMatchObject({ headerRow, delimiter: ',', encoding: 'utf-8' });
      expect(table.header).toHaveLength(19);
      expect(table.rows.length).toBe(383);
      expect(table.below).toEqual([384 + headerRow]);
    }
  });
});

describe('quotes', () => {
  test.each([
    ['within an unquoted cell', '1,Robert "Bob",M', ['1', 'Robert "Bob"', 'M']],
    ['inches', `1,5' 11",M`, ['1', `5' 11"`, 'M']],
    ['undoubled in a quoted cell', '"1","Robert "Bob" Jay","M"', ['1', 'Robert "Bob" Jay', 'M']],
    ['undoubled at the end of a quoted cell', '"1","Robert "Bob"","M"', ['1', 'Robert "Bob"', 'M']],
    ['undoubled at the end of a line', '"1","M","Robert "Bob""', ['1', 'M', 'Robert "Bob"']],
    ['of a cell in inches, every cell quoted', '"1","5\' 11"","M"', ['1', `5' 11"`, 'M']],
    ['that keep zeros', '="0007",="A""b",M', ['0007', 'A"b', 'M']],
    ['that keep zeros, quoted', '"=""0007""",B,M', ['0007', 'B', 'M']],
    ['of a formula', '"=A1&""x""",B,M', ['=A1&"x"', 'B', 'M']],
    ['before more text', '1,"Bob" Jay,M', ['1', 'Bob Jay', 'M']],
    ['before more text, and a later quoted cell', '1,"Bob" Jay,"M"', ['1', 'Bob Jay', 'M']],
    ['after a blank', '1, "Jay, Bob",M', ['1', 'Jay, Bob', 'M']],
    ['before a blank', '1,"Jay, Bob" ,M', ['1', 'Jay, Bob', 'M']],
    ['never closed', '1,"Jay,M', ['1', 'Jay,M']],
  ])('%s', async (name, row, cells) => {
    const table = await read(`Number,Last,School\n${row}\n2,B,F\n3,"C\nD",F\n`);
    if (name === 'never closed') {
      expect(table.cells[0]).toEqual(['1', '"Jay', 'M']);
    } else expect(table.cells[0]).toEqual(cells);
    expect(table.faults).toEqual([]);
    expect(table.cells.slice(1)).toEqual([
      ['2', 'B', 'F'],
      ['3', 'C\nD', 'F'],
    ]);
  });

  test('a line that no reading fits is named, in the header’s neighborhood and late', async () => {
    const table = await read(`Number,Last,School\n${'1,B,F\n'.repeat(2_999)}2,"C,D,E,F\n3,"D"\n4,E,F\n`);
    expect(table.faults).toEqual([3_001]);
    expect(table.lines.at(-1)).toBe(3_003);
  });
});

test('lines count once each, whatever ends them, also within cells', async () => {
  const table = await read('Number,Last\r\n1,"A\r\nB"\r\n2,"C\rD\nE"\r3,F\n\r\n4,G');
  expect(table.lines).toEqual([2, 4, 7, 9]);
  expect(table.cells[0]).toEqual(['1', 'A\r\nB']);
});

test.each([
  ['nothing', ''],
  ['blank lines', '\n \n,,\n'],
  ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
  ['a zip file that is cut', Buffer.from([0x50, 0x4b, 0x03, 0x04, 1, 2, 3, 4])],
  ['a line of megabytes', 'x'.repeat(1_100_000)],
])('%s is refused with a reason', async (_, file) => {
  await expect(read(file, {}, 65_536)).rejects.toMatchObject({ name: 'Unreadable' });
});

test('every table reads back as written: any separator, encoding and line end', async () => {
  const unit = fc.constantFrom(...'aZ09 ñé\'"-,;|\t.\n#'.split(''));
  const cell = fc.string({ unit, maxLength: 8 }).map((text) => text.trim());
  const table = fc.integer({ min: 2, max: 5 }).chain((width) =>
    fc.array(fc.array(cell, { minLength: width - 1, maxLength: width - 1 }), {
      minLength: 2,
      maxLength: 8,
    }),
  );
  await fc.assert(
    fc.asyncProperty(
      table,
      fc.constantFrom(',', ';', '\t', '|'),
      fc.constantFrom('utf-8', 'windows-1252', 'utf-16le', 'utf-16be'),
      fc.constantFrom('\r\n', '\n', '\r'),
      fc.boolean(),
      fc.integer({ min: 1, max: 50 }),
      async (values, delimiter, encoding, end, always, size) => {
        const header = ['Number', ...(values[0] ?? []).map((_, index) => `Name ${index}`)];
        const rows = values.map((cells, index) => [`a${index}`, ...cells]);
        const quote = (text: string) =>
          always || /["\n\r,;|\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
        const text = [header, ...rows].map((cells) => cells.map(quote).join(delimiter)).join(end);
        const read_ = await read(bytesOf(text, encoding), { headerRow: 1 }, size);
        expect(read_.facts.delimiter).toBe(delimiter);
        expect(read_.cells).toEqual(rows);
      },
    ),
    { numRuns: 200 },
  );
});
