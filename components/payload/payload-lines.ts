/** A line of a JSON text as the viewer shows it. */
export interface PayloadLine {
  depth: number;
  text: string;
  /** Of the value that begins on this line (RFC 6901); none for what only ends one. */
  pointer?: string;
}

interface Open {
  pointer: string;
  /** How many items a list has had so far; none for an object. */
  items?: number;
  name?: string;
}

const TOKEN = /"(?:\\.|[^"\\])*"?|[{}[\],:]|[^\s{}[\],:"]+/g;

/**
 * A JSON text, one value a line. Works on the text, because what is stored need not be JSON to the letter: masked numbers,
 * names given twice, an end that was cut off. Null for what does not begin like JSON.
 */
export function payloadLines(text: string): PayloadLine[] | null {
  if (!/^\s*[{[]/.test(text)) return null;
  const lines: PayloadLine[] = [];
  const open: Open[] = [];
  let line: PayloadLine | undefined;

  const begin = (pointer?: string) => {
    line = { depth: open.length, text: '', pointer };
    lines.push(line);
    return line;
  };
  /** The line a value stands on: behind its name, or one of its own. */
  const lineOfValue = () => {
    const within = open.at(-1);
    if (within?.name !== undefined && line) return line;
    return begin(within ? `${within.pointer}/${within.items ?? ''}` : '');
  };

  for (const [token] of text.matchAll(TOKEN)) {
    const within = open.at(-1);
    if (token === '{' || token === '[') {
      const at = lineOfValue();
      at.text += token;
      open.push({ pointer: at.pointer ?? '', items: token === '[' ? 0 : undefined });
      line = undefined;
    } else if (token === '}' || token === ']') {
      const last = lines.at(-1);
      open.pop();
      const isEmpty = last && last.depth === open.length && /[{[]$/.test(last.text);
      line = isEmpty ? last : begin();
      line.text += token;
    } else if (token === ',') {
      if (line) line.text += ',';
      if (within?.items !== undefined) within.items += 1;
      if (within) within.name = undefined;
      line = undefined;
    } else if (token === ':') {
      if (line) line.text += ': ';
    } else if (within && within.items === undefined && within.name === undefined) {
      within.name = token;
      begin(`${within.pointer}/${escaped(token)}`).text += token;
    } else lineOfValue().text += token;
  }
  return lines;
}

function escaped(quoted: string): string {
  let name = quoted.replace(/^"|"$/g, '');
  try {
    name = JSON.parse(quoted);
  } catch {}
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** For each line what is wrong there. An error whose place is not there is told at the nearest that is. */
export function errorsByLine<E extends { pointer: string }>(
  lines: readonly PayloadLine[],
  errors: readonly E[],
): Map<number, E[]> {
  const places = new Map<string, number>();
  for (const [at, { pointer }] of lines.entries())
    if (pointer !== undefined && !places.has(pointer)) places.set(pointer, at);
  const found = new Map<number, E[]>();
  for (const error of errors) {
    let pointer = error.pointer;
    while (pointer !== '' && !places.has(pointer)) pointer = pointer.slice(0, pointer.lastIndexOf('/'));
    const at = places.get(pointer);
    if (at !== undefined) found.set(at, [...(found.get(at) ?? []), error]);
  }
  return found;
}
