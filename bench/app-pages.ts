import { globSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from '../bin/data-folder.ts';

const APP = join(checkout, 'app');

/**
 * The path of every page below `/campus`, from the folders of `app`: `(groups)` are no part of it, and `[names]` get their value.
 * A page that shows nothing but "not found" has no path.
 * @throws if a page has a name without a value
 */
export const appPages = (values: Record<string, string>): string[] =>
  globSync('**/page.tsx', { cwd: APP })
    .filter((file) => !file.includes('[...'))
    .map((file) =>
      file
        .split('/')
        .slice(0, -1)
        .filter((folder) => !folder.startsWith('('))
        .map((folder) => `/${folder.replace(/^\[(.*)\]$/, (_, name) => valueFor(values, name))}`)
        .join(''),
    )
    .sort();

function valueFor(values: Record<string, string>, name: string): string {
  const value = values[name];
  if (!value) throw new Error(`A page's path has [${name}], of which the bench has none.`);
  return value;
}
