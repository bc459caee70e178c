import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { ArchiveReader } from './archive-reader.ts';

const BEFORE = [
  '{"campusBackup":1,"migrations":["0000"]}\n',
  '{"schema":"public","table":"one","columns":["a","b"]}\n',
  '1\t\\\\.\n2\t\\N\n',
  '\\.\n',
  '{"schema":"public","table":"two","columns":["a","b"]}\n',
  '\\.\\.\tx\n',
  '\\.\n',
  `${JSON.stringify({ jobs: [], rows: { one: 2, two: 1 } })}\n`,
].join('');
const sha256 = createHash('sha256').update(BEFORE).digest('hex');
const BYTES = Buffer.from(`${BEFORE}${JSON.stringify({ sha256 })}\n`);

async function* inPieces(size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < BYTES.length; at += size) yield BYTES.subarray(at, at + size);
}

test.each([1, 2, 3, 4, 5, 7, 64, 1_000_000])(
  'lines, rows and marks are found wherever the file is cut: pieces of %d bytes',
  async (size) => {
    const reader = new ArchiveReader(inPieces(size));
    expect(await reader.header()).toMatchObject({ migrations: ['0000'] });
    const found: Record<string, string> = {};
    for (;;) {
      const next = await reader.next();
      if ('footer' in next) {
        expect(next.footer.rows).toEqual({ one: 2, two: 1 });
        break;
      }
      const rows: Buffer[] = [];
      for await (const bytes of next.rows) rows.push(bytes);
      found[next.table.table] = Buffer.concat(rows).toString();
    }
    expect(found).toEqual({ one: '1\t\\\\.\n2\t\\N\n', two: '\\.\\.\tx\n' });
  },
);
