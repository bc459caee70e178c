import { clip, pointerTo } from '../wire/pointer.ts';

/** The first thing wrong with a JSON text. `at` counts UTF-16 units, `problem` quotes nothing of the text but names. */
export interface Fault {
  at: number;
  pointer: string;
  code: 'badJson' | 'tooDeep' | 'duplicateKey' | 'nulCharacter' | 'loneSurrogate';
  problem: string;
}

const WHITE_SPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
// Two tokens for a string, not one with alternatives: that runs out of stack on megabytes of escapes.
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids exactly these in a string.
const PLAIN = /[^"\\\u0000-\u001f]+/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const WORD = /true|false|null/y;

/**
 * Reads a JSON text step by step to say where and why it is refused; undefined when nothing is wrong. Slower than
 * `JSON.parse`, so only for texts that are thought to be faulty.
 *
 * @param outerDepth how deep the text itself is nested in a larger one
 */
export function firstFault(text: string, maxDepth: number, outerDepth = 0): Fault | undefined {
  let at = 0;
  const path: (string | number)[] = [];

  const fail = (code: Fault['code'], problem: string, place = at): Fault => ({
    at: place,
    pointer: pointerTo(path),
    code,
    problem,
  });
  const skip = (token: RegExp): string | undefined => {
    token.lastIndex = at;
    const found = token.exec(text)?.[0];
    if (found !== undefined) at += found.length;
    return found;
  };
  const next = () => {
    skip(WHITE_SPACE);
    return text[at];
  };
  const expected = (what: string) =>
    fail('badJson', at < text.length ? `expected ${what}` : `the text ends where ${what} is expected`);

  /** A string's value, or what is wrong with it. */
  const string = (what: string): string | Fault => {
    const start = at;
    if (text[at] !== '"') return expected(what);
    at += 1;
    while ((skip(PLAIN) ?? skip(ESCAPE)) !== undefined);
    if (text[at] !== '"') return expected(`${what} without raw control characters and closed by "`);
    at += 1;
    const value: string = JSON.parse(text.slice(start, at));
    if (value.includes('\0')) return fail('nulCharacter', 'a NUL character', start);
    if (!value.isWellFormed()) return fail('loneSurrogate', 'half of a surrogate pair', start);
    return value;
  };

  const member = (names: Set<string>): Fault | undefined => {
    next();
    const start = at;
    const name = string('a property name in double quotes');
    if (typeof name !== 'string') return name;
    path.push(name);
    if (names.has(name))
      return fail('duplicateKey', `the property ${JSON.stringify(clip(name))} is given twice`, start);
    names.add(name);
    if (next() !== ':') return expected('a colon');
    at += 1;
    const fault = value();
    path.pop();
    return fault;
  };

  const item = (index: number): Fault | undefined => {
    path.push(index);
    const fault = value();
    path.pop();
    return fault;
  };

  const series = (close: '}' | ']', one: (index: number) => Fault | undefined): Fault | undefined => {
    if (outerDepth + path.length >= maxDepth) return fail('tooDeep', `nesting deeper than ${maxDepth}`);
    at += 1;
    if (next() === close) {
      at += 1;
      return undefined;
    }
    for (let index = 0; ; index += 1) {
      const fault = one(index);
      if (fault) return fault;
      const mark = next();
      if (mark !== ',' && mark !== close) return expected(`a comma or ${close}`);
      at += 1;
      if (mark === close) return undefined;
    }
  };

  const value = (): Fault | undefined => {
    const first = next();
    if (first === '{') {
      const names = new Set<string>();
      return series('}', () => member(names));
    }
    if (first === '[') return series(']', item);
    if (first === '"') {
      const read = string('a string');
      return typeof read === 'string' ? undefined : read;
    }
    return (skip(NUMBER) ?? skip(WORD)) ? undefined : expected('a value');
  };

  const fault = value();
  if (fault) return fault;
  return next() === undefined ? undefined : expected('the end of the text');
}
