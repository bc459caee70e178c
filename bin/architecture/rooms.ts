import { servesTests } from './directions.ts';
import type { Import } from './imports.ts';

/**
 * Pairs of rooms of lib that import each other, with an import each way. Rooms are the two folders in which a path and its
 * target first differ; a file next to folders, such as lib/sync/schema.ts, belongs to none of these rooms.
 */
export function mutualRooms(imports: readonly Import[]): string[] {
  const between = new Map<string, Import>();
  for (const entry of imports) {
    const rooms = entry.ours && !servesTests(entry.from) ? roomsOf(entry) : undefined;
    if (rooms) between.set(rooms.join(' → '), between.get(rooms.join(' → ')) ?? entry);
  }
  return [...between].flatMap(([way, there]) => {
    const [from, to] = way.split(' → ') as [string, string];
    const back = between.get(`${to} → ${from}`);
    if (!back || from > to) return [];
    return [`${from} and ${to}: ${there.from} → ${there.to}, ${back.from} → ${back.to}`];
  });
}

function roomsOf({ from, to }: Import): [string, string] | undefined {
  const [a, b] = [from.split('/'), to.split('/')];
  if (a[0] !== 'lib' || b[0] !== 'lib') return undefined;
  const parting = a.findIndex((folder, depth) => folder !== b[depth]);
  const isFile = parting < 0 || parting === a.length - 1 || parting === b.length - 1;
  return isFile ? undefined : [a.slice(0, parting + 1).join('/'), b.slice(0, parting + 1).join('/')];
}
