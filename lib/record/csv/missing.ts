/** The properties that the API requires of a person (`list` is empty), or of each item of a list. */
export interface Needed {
  list: string;
  names: readonly string[];
}

/**
 * Required properties that no column is: of the person always, of position 2 only where some column is of position 2.
 * Pure; the page asks it at every choice, the server once more.
 *
 * @param chosen the columns' properties by their names in the API
 */
export function missingProperties(needed: readonly Needed[], chosen: readonly string[]): string[] {
  const has = new Set(chosen.map((name) => name.toLowerCase()));
  return needed.flatMap(({ list, names }) => {
    const begins = new RegExp(`^${list}\\.(\\d+)\\.`, 'i');
    const places = new Set(chosen.flatMap((name) => begins.exec(name)?.[1] ?? []));
    const holders = list === '' ? [''] : [...places].map((place) => `${list}.${place}.`);
    return holders.flatMap((holder) =>
      names.map((name) => holder + name).filter((name) => !has.has(name.toLowerCase())),
    );
  });
}
