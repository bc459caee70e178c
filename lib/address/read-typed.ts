import type { AddressLine } from './components.ts';

/**
 * An address as somebody types it into one box: "12 Main St, Blaine MN 55123", with or without each part of its last line.
 * Text after a comma that is none of these, such as a unit, belongs to the street line.
 */
export function readTyped(text: string): AddressLine {
  const parts = text.split(',').flatMap((part) => part.trim() || []);
  const zip = parts.length > 1 ? cut(parts, /\d{5}(?:-\d{4})?$/) : undefined;
  const state = parts.length > 1 ? cut(parts, /(?<![^\s])[A-Za-z]{2}$/) : undefined;
  const city = parts.length > 1 && !/\d/.test(parts.at(-1) ?? '') ? parts.pop() : undefined;
  return { fullStreetAddress: parts.join(', '), city, state, zip };
}

/** Takes what fits off the end of the last part. */
function cut(parts: string[], ending: RegExp): string | undefined {
  const last = parts.pop() as string;
  const found = ending.exec(last)?.[0];
  const rest = found ? last.slice(0, -found.length).trim() : last;
  if (rest) parts.push(rest);
  return found;
}
