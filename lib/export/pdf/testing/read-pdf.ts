import { inflateSync } from 'node:zlib';

/** What a report's PDF says, page by page, and how it is built; enough of a reader for what lib/report/pdf writes. */
export interface ReadPdf {
  /** Each line as it is drawn, in the order it is drawn. */
  pages: string[][];
  /** Everything outside of the streams. */
  objects: string;
}

const WINDOWS_1252 = new TextDecoder('windows-1252');
const STREAM = /<<([\s\S]*?)>>\nstream\n/g;

export function readPdf(bytes: Uint8Array): ReadPdf {
  const file = Buffer.from(bytes).toString('latin1');
  const pages: string[][] = [];
  let objects = '';
  let readTo = 0;
  let total = '';
  // From the end of each stream: its bytes may hold `<<`, from where a match would swallow the next dictionary.
  for (let match = streamAfter(file, 0); match; match = streamAfter(file, readTo)) {
    const dictionary = file.slice(file.lastIndexOf(' obj\n', match.index + 1), match.index + match[0].length);
    const at = match.index + match[0].length;
    const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1]);
    objects += file.slice(readTo, at);
    readTo = at + length;
    const raw = Buffer.from(file.slice(at, readTo), 'latin1');
    const content = (dictionary.includes('/FlateDecode') ? inflateSync(raw) : raw).toString('latin1');
    if (dictionary.includes('/Form')) total = texts(content).join('');
    else if (content.includes('/Total Do')) pages.push(texts(content));
  }
  objects += file.slice(readTo);
  return {
    pages: pages.map((page) => page.map((line) => line.replace(/^Page \d+ $/, `$&${total}`))),
    objects,
  };
}

const texts = (content: string): string[] =>
  [...content.matchAll(/\(((?:\\.|[^\\)])*)\) Tj/g)].map(([, text]) =>
    WINDOWS_1252.decode(Buffer.from((text as string).replace(/\\(.)/g, '$1'), 'latin1')),
  );

function streamAfter(file: string, from: number): RegExpExecArray | null {
  STREAM.lastIndex = from;
  return STREAM.exec(file);
}
