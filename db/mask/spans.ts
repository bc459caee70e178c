/** A piece of a text, `to` exclusive. */
export interface Span {
  from: number;
  to: number;
}

/** Where a global pattern matches. `matchAll` copies the pattern first, which takes longer than the search itself. */
export function spansOf(pattern: RegExp, text: string): Span[] {
  const found: Span[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text))
    found.push({ from: match.index, to: match.index + match[0].length });
  return found;
}
