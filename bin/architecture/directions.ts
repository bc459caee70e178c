import type { Import } from './imports.ts';

/** What each layer may import besides itself. DESIGN: `app → components`, `app → lib → db`. */
const MAY_IMPORT: Record<string, string[]> = {
  app: ['components', 'lib'],
  // What components may take from lib is narrower: see isForComponents.
  components: ['lib'],
  lib: ['db'],
  db: [],
  // Tools are outside the product: they start, seed and measure it and write down its contracts; the product never imports them.
  bin: ['app', 'lib', 'db'],
  bench: ['app', 'lib', 'db', 'bin'],
  e2e: ['lib', 'db', 'bin'],
};

/** The one file of lib that asks Next who is there. */
const KNOWS_NEXT = ['lib/auth/session.ts'];

/** Components call it, so they take its types. At run time it would bring Node and the database into the browser. */
const CALLS_OF_PAGES = 'app/api/admin/endpoints.ts';

/** Statements as texts, for tests and tools that look into the database directly. */
const TEXT_STATEMENTS = 'db/sql-text.ts';
const LOOKS_BEHIND = ['bench', 'db'];

/** One line for each import that points the wrong way. Tests and what serves only them may look anywhere. */
export function wrongDirections(imports: Import[]): string[] {
  const impure = impureFiles(imports);
  return imports
    .filter((entry) => !servesTests(entry.from) && !isAllowed(entry, impure))
    .map(({ from, to }) => `${from} → ${to}`);
}

function isAllowed(entry: Import, impure: Set<string>): boolean {
  const layer = layerOf(entry.from);
  if (!entry.ours) {
    if (entry.to === 'pg') return layer === 'db';
    return (layer !== 'lib' && layer !== 'db') || !isFramework(entry.to) || KNOWS_NEXT.includes(entry.from);
  }
  const target = layerOf(entry.to);
  if (servesTests(entry.to)) return false;
  if (entry.to === TEXT_STATEMENTS && !LOOKS_BEHIND.includes(layer)) return false;
  if (target === layer) return true;
  // Seeds write a district through the product, so that they can't drift from its rules.
  if (entry.from.startsWith('db/seed/') && target === 'lib') return true;
  if (layer === 'components' && entry.typeOnly && entry.to === CALLS_OF_PAGES) return true;
  if (!MAY_IMPORT[layer]?.includes(target)) return false;
  return layer !== 'components' || isForComponents(entry, impure);
}

/** Types of the wire, or code that also runs in a browser: neither Node nor the database. */
const isForComponents = (entry: Import, impure: Set<string>): boolean =>
  (entry.typeOnly && entry.to.endsWith('/schema.ts')) || !impure.has(entry.to);

/** Files that run Node's or the database's code, themselves or through what they import. */
function impureFiles(imports: Import[]): Set<string> {
  const running = imports.filter(({ typeOnly }) => !typeOnly);
  const impure = new Set<string>();
  for (let before = -1; before !== impure.size; ) {
    before = impure.size;
    for (const { from, to, ours } of running)
      if (ours ? impure.has(to) || layerOf(to) === 'db' : to.startsWith('node:') || to === 'pg')
        impure.add(from);
  }
  return impure;
}

const layerOf = (path: string): string => path.split('/', 1)[0] as string;

const isFramework = (name: string): boolean => /^(next|react|react-dom)(\/|$)/.test(name);

/** Tests, and what only they run. */
export const servesTests = (path: string): boolean => /^e2e\/|\.test\.tsx?$|(^|\/)testing\//.test(path);
