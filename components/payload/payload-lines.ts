/** A line of a JSON text as the viewer shows it. */
export interface PayloadLine {
  depth: number;
  text: string;
  /** JSON pointer (RFC 6901) of the value that begins on this line; undefined for a closing bracket. */
  pointer?: string;
}

interface Open {
  pointer: string;
  /** How many items of a list were read so far; undefined for an object. */
  items?: number;
  name?: string;
}

const TOKEN = /"(?:\\.|[^"\\])*"?|[{}[\],:]|[^\s{}[\],:"]+/g;

/**
 * A JSON text, one value per line. It works on the text, because a stored payload need not be valid JSON: numbers are masked, names may be repeated, the end may be cut off. Null if the text does not start like JSON.
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
  /** The line of a value: after its name, or a separate line. */
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

/** The errors of each line. An error at a missing place is shown at the nearest place around it. */
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
