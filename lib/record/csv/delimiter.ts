const DELIMITERS = [',', ';', '\t'];
const QUOTE = 0x22;
const ENOUGH = 64 * 1024;

/**
 * What separates the cells of a file: of comma, semicolon and tab the one that its first line has most of, outside of
 * quotes. Undefined while the first line may still go on.
 */
export function delimiterOf(head: Uint8Array, whole: boolean): string | undefined {
  const met = new Map(DELIMITERS.map((delimiter) => [delimiter.charCodeAt(0), 0]));
  let quoted = false;
  let blank = true;
  for (const byte of head) {
    if (byte === QUOTE) quoted = !quoted;
    else if (quoted) continue;
    else if ((byte === 0x0a || byte === 0x0d) && !blank) return most(met);
    else if (met.has(byte)) met.set(byte, (met.get(byte) ?? 0) + 1);
    if (byte > 0x20) blank = false;
  }
  return whole || head.length > ENOUGH ? most(met) : undefined;
}

function most(met: ReadonlyMap<number, number>): string {
  const [[byte] = [0x2c]] = [...met].sort(([, a], [, b]) => b - a);
  return String.fromCharCode(byte);
}
