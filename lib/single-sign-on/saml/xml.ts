import { SaxesParser } from 'saxes';

/** One element of a read document. */
export interface Element {
  uri: string;
  name: string;
  /** Attributes without a namespace, by name. */
  attributes: ReadonlyMap<string, string>;
  children: Element[];
  /** Its own text, without that of its children. */
  text: string;
}

/** Real documents are 15 deep; libraries that call themselves for each level run out of stack. */
const MAX_DEPTH = 60;

/** A read document, or why it is not. */
export type Read = { root: Element } | { refused: 'unreadable' | 'tooLarge' };

/**
 * Reads a document with its namespaces. Well-formed documents only, without a document type: so there are no entities to
 * expand and no files to include.
 * @param maxNodes elements, comments and instructions
 */
export function readXml(xml: string, { maxNodes }: { maxNodes: number }): Read {
  const parser = new SaxesParser({ xmlns: true });
  const open: Element[] = [];
  let root: Element | undefined;
  let nodes = 0;
  const refuse = (error: Error) => {
    throw error;
  };
  const count = () => {
    nodes += 1;
    if (nodes > maxNodes || open.length > MAX_DEPTH) refuse(new TooLarge());
  };
  parser.on('error', refuse);
  parser.on('doctype', () => refuse(new Error('A document type.')));
  parser.on('comment', count);
  parser.on('processinginstruction', count);
  parser.on('opentag', ({ uri, local: name, attributes }) => {
    count();
    const own = Object.values(attributes).filter(({ prefix }) => prefix === '');
    const attributesByName = new Map(own.map(({ local, value }) => [local, value]));
    const element: Element = { uri, name, attributes: attributesByName, children: [], text: '' };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  const text = (more: string) => {
    const element = open.at(-1);
    if (element) element.text += more;
  };
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('closetag', () => open.pop());
  try {
    parser.write(xml).close();
    return root ? { root } : { refused: 'unreadable' };
  } catch (error) {
    return { refused: error instanceof TooLarge ? 'tooLarge' : 'unreadable' };
  }
}

class TooLarge extends Error {}

/** Its children of this name in this namespace. */
export const childrenOf = (element: Element | undefined, uri: string, name: string): Element[] =>
  element?.children.filter((child) => child.uri === uri && child.name === name) ?? [];

/** The element and everything in it, the outermost first. */
export function* everyElement(element: Element): Generator<Element> {
  yield element;
  for (const child of element.children) yield* everyElement(child);
}
