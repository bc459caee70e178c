import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { Breather } from '../../concurrency/breather.ts';
import { brokenWorkbook } from './package.ts';

export interface XmlReader {
  open?: (name: string, attributes: Record<string, string>) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
}

/** Elements by their local names: some programs write `x:row`. */
const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** A parser of one XML part. Entities of a document type are not defined, so none can be expanded. */
export function xmlParser({ open, text, close }: XmlReader): SaxesParser {
  const parser = new SaxesParser();
  parser.on('doctype', () => {
    throw brokenWorkbook();
  });
  parser.on('error', () => {
    throw brokenWorkbook();
  });
  parser.on('opentag', (tag: SaxesTagPlain) => open?.(local(tag.name), tag.attributes));
  parser.on('closetag', (tag: SaxesTagPlain) => close?.(local(tag.name)));
  if (text) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  return parser;
}

/** Reads a part piece by piece and gives way between; yields after each piece, when `reader` has been called. */
export async function* readXml(bytes: AsyncIterable<Uint8Array>, reader: XmlReader): AsyncGenerator<void> {
  const parser = xmlParser(reader);
  const decoder = new TextDecoder();
  const breather = new Breather();
  for await (const chunk of bytes) {
    parser.write(decoder.decode(chunk, { stream: true }));
    yield;
    await breather.breathe();
  }
  parser.write(decoder.decode());
  parser.close();
  yield;
}

/** Reads a part whole. */
export async function readWholeXml(bytes: AsyncIterable<Uint8Array>, reader: XmlReader): Promise<void> {
  for await (const _ of readXml(bytes, reader));
}
