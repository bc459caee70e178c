import { expect, test } from 'vitest';
import { type PdfPart, pdfStream } from './pdf.ts';
import { readPdf } from './testing/read-pdf.ts';

const HEAD = {
  title: 'Business Office Error Log',
  district: 'Grand Bend (ISD)',
  generated: '11/24/2026 12:00 PM',
  filters: ['Search: \\school (010)'],
};
const COLUMNS = [
  { label: 'Path', share: 1 },
  { label: 'Error Message', share: 2 },
];

async function written(...parts: PdfPart[]) {
  async function* all() {
    yield* parts;
  }
  return readPdf(new Uint8Array(await new Response(pdfStream(HEAD, all())).arrayBuffer()));
}

test('ERR-2 VAL-1 title, district, time and filters are at the top, "Page x of y" on every page', async () => {
  const rows = Array.from({ length: 200 }, (_, i) => [
    `/staffMembers/${i}`,
    'There is no such staff member.',
  ]);
  const { pages } = await written({ table: 'Errors', columns: COLUMNS }, { rows });
  expect(pages[0]).toEqual(
    expect.arrayContaining([
      'Business Office Error Log',
      'Grand Bend (ISD)',
      'Generated on 11/24/2026 12:00 PM',
      'Search: \\school (010)',
    ]),
  );
  expect(pages.length).toBeGreaterThan(3);
  pages.forEach((page, i) => {
    expect(page).toContain(`Page ${i + 1} of ${pages.length}`);
    expect(
      page.filter((line) => line === 'Error Message'),
      `headings of page ${i + 1}`,
    ).toHaveLength(1);
  });
  const said = pages.flat().filter((line) => line.startsWith('/staffMembers/'));
  expect(said).toEqual(rows.map(([path]) => path));
});

test('a text longer than a page goes on over pages, nothing of it cut, also one without a blank', async () => {
  const words = Array.from({ length: 3_000 }, (_, i) => `word${i}`).join(' ');
  const letters = 'x'.repeat(5_000);
  const { pages } = await written(
    { table: 'Errors', columns: COLUMNS },
    {
      rows: [
        ['a', words],
        ['b', letters],
      ],
    },
  );
  const all = pages.flat();
  expect(
    all
      .filter((line) => /word\d/.test(line))
      .join('')
      .replaceAll(' ', ''),
  ).toBe(words.replaceAll(' ', ''));
  expect(all.filter((line) => /^x+$/.test(line)).join('')).toBe(letters);
  expect(pages.length).toBeGreaterThan(2);
});

test('no page ends between rows that belong together', async () => {
  const rows = Array.from({ length: 200 }, (_, i) => [
    i % 2 === 0 ? 'Campus' : 'HR',
    'word '.repeat(1 + (i % 7) * 9),
  ]);
  const { pages } = await written({ table: 'Pairs', columns: COLUMNS }, { rows, together: 2 });
  expect(pages.length).toBeGreaterThan(3);
  for (const page of pages) {
    const systems = page.filter((line) => line === 'Campus' || line === 'HR');
    expect([systems[0], systems.at(-1)]).toEqual(['Campus', 'HR']);
  }
});

test('a table’s headings are on the page of its first rows, and so is what stands above them', async () => {
  for (let lines = 20; lines < 60; lines += 1) {
    const before = Array.from({ length: lines }, (_, i) => [`before ${i}`, 'x', 'y', 'z']);
    const why = 'word '.repeat(60);
    const pair = [
      ['first', why],
      ['second', why],
    ];
    const { pages } = await written(
      { table: 'Before', columns: COLUMNS },
      { rows: before },
      { heading: 'Differences' },
      { paragraph: 'Campus will be changed.' },
      {
        table: 'Pairs',
        columns: [
          { label: 'System', share: 1 },
          { label: 'Why', share: 2 },
        ],
      },
      { rows: pair, together: 2 },
    );
    const at = (text: string) => pages.findIndex((page) => page.includes(text));
    expect([at('Differences'), at('System'), at('second')]).toEqual(Array(3).fill(at('first')));
  }
});

test('letters of other scripts are embedded; a character without a font, or that would turn the text, is printed as its number', async () => {
  const { pages, objects } = await written(
    { paragraph: 'José “Zoë” €5' },
    { paragraph: '中 \u202Eevil' },
    { paragraph: 'Łódź' },
  );
  expect(pages[0]).toContain('José “Zoë” €5');
  expect(pages[0]).toContain('[U+4E2D] [U+202E]evil');
  expect(objects).toContain('DejaVuSansCondensed');
  expect((await written({ paragraph: 'plain' })).objects).not.toContain('DejaVu');
});

test('it is tagged: language, title, headings, one row of table headings, the repeated ones skipped', async () => {
  const rows = Array.from({ length: 60 }, () => ['/staffMembers', 'no']);
  const { objects } = await written({ heading: 'Details' }, { table: 'Errors', columns: COLUMNS }, { rows });
  const tags = (tag: string) => objects.split(`/S /${tag}\n`).length - 1;
  expect(objects).toContain('/Marked true');
  expect(objects).toContain('/Lang (en-US)');
  expect([tags('H1'), tags('H2'), tags('Table'), tags('TH'), tags('TR'), tags('TD')]).toEqual([
    1, 1, 1, 2, 61, 120,
  ]);
});

test('rows are written as they come: what was asked for first is there before the last', async () => {
  let asked = 0;
  async function* parts(): AsyncGenerator<PdfPart> {
    yield { table: 'Errors', columns: COLUMNS };
    for (; asked < 50; asked += 1) yield { rows: Array.from({ length: 250 }, () => ['/a', 'b']) };
  }
  const reader = pdfStream(HEAD, parts()).getReader();
  let bytes = 0;
  while (bytes < 20_000) bytes += (await reader.read()).value?.length ?? 0;
  expect(asked).toBeLessThan(20);
  await reader.cancel();
});
