import { globSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

/** One import or re-export of a file. */
export type Import = {
  /** Of the importing file, from the checkout's root, with `/`. */
  from: string;
  /** A path from the root for a file of ours, else the package's name as written. */
  to: string;
  ours: boolean;
  typeOnly: boolean;
};

/** Every layer there is. Whatever lies elsewhere at the root is configuration. */
export const LAYERS = ['app', 'bench', 'bin', 'components', 'db', 'e2e', 'lib'];

const STATEMENT =
  /^\s*(?:import|export)\s+(type\s+)?(?:[\w*{][^;'"]*?from\s+)?'([^']+)'|\bimport\('([^']+)'\)/gm;

/** All imports of all source files under `root`. Whether a file is there is the compiler's question. */
export function readImports(root: string): Import[] {
  const files = globSync(`{${LAYERS.join(',')}}/**/*.{ts,tsx}`, { cwd: root }).map((path) =>
    path.replaceAll('\\', '/'),
  );
  return files.sort().flatMap((from) => importsOf(from, readFileSync(join(root, from), 'utf8')));
}

export function importsOf(from: string, source: string): Import[] {
  return [...source.matchAll(STATEMENT)].map(([, type, statement, call]) => {
    const specifier = (statement ?? call) as string;
    const ours = specifier.startsWith('.');
    const to = ours ? posix.join(dirname(from), specifier) : specifier;
    return { from, to, ours, typeOnly: type !== undefined };
  });
}
