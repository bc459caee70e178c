import { expect, test } from 'vitest';
import { checkout } from '../data-folder.ts';
import { findCycles } from './cycles.ts';
import { wrongDirections } from './directions.ts';
import { type Import, importsOf, readImports } from './imports.ts';
import { mutualRooms } from './rooms.ts';

const imports = readImports(checkout);

test('app → components, app → lib → db, and nothing the other way', () => {
  expect(wrongDirections(imports)).toEqual([]);
});

test('no file imports itself, however long the way round', () => {
  expect(findCycles(imports).map((cycle) => cycle.join(' → '))).toEqual([]);
});

test('no two rooms of lib import each other', () => {
  expect(mutualRooms(imports)).toEqual([]);
});

const edge = (from: string, to: string, typeOnly = false): Import => ({
  from,
  to,
  typeOnly,
  ours: to.includes('.ts'),
});

test.each([
  edge('lib/sync/commit/commit.ts', 'app/layout.tsx'),
  edge('lib/sync/commit/commit.ts', 'components/ui/button.tsx'),
  edge('lib/sync/commit/commit.ts', 'next/headers'),
  edge('lib/sync/commit/commit.ts', 'db/testing/person.ts'),
  edge('lib/sync/run/start.ts', 'pg'),
  edge('bin/up/database.ts', 'pg', true),
  edge('lib/sync/run/start.ts', 'db/sql-text.ts'),
  edge('db/client.ts', 'lib/context.ts'),
  edge('db/client.ts', 'lib/context.ts', true),
  edge('app/layout.tsx', 'db/client.ts'),
  edge('app/layout.tsx', 'bin/web.ts'),
  edge('components/ui/button.tsx', 'app/layout.tsx'),
])('$from → $to is a wrong direction', (entry) => {
  expect(wrongDirections([entry])).toHaveLength(1);
});

test('components take types of the wire and code that runs in a browser, nothing that needs Node', () => {
  const needsNode = [edge('lib/sync/schema.ts', 'db/client.ts'), edge('lib/sync/run/states.ts', 'zod')];
  const ask = (to: string, typeOnly: boolean) =>
    wrongDirections([...needsNode, edge('components/rail.tsx', to, typeOnly)]);
  expect(ask('lib/sync/schema.ts', true)).toEqual([]);
  expect(ask('lib/sync/run/states.ts', false)).toEqual([]);
  expect(ask('lib/sync/schema.ts', false)).toEqual(['components/rail.tsx → lib/sync/schema.ts']);
});

test('components take the types of the calls that pages make, not the calls', () => {
  const ask = (typeOnly: boolean) =>
    wrongDirections([edge('components/query/admin-call.ts', 'app/api/admin/endpoints.ts', typeOnly)]);
  expect(ask(true)).toEqual([]);
  expect(ask(false)).toHaveLength(1);
});

test('two rooms that import each other are named where they part, types too', () => {
  const far = [
    edge('lib/sync/run/end.ts', 'lib/notify/send.ts'),
    edge('lib/notify/x/y.ts', 'lib/sync/run/run.ts', true),
  ];
  expect(mutualRooms(far)).toEqual([
    'lib/notify and lib/sync: lib/notify/x/y.ts → lib/sync/run/run.ts, lib/sync/run/end.ts → lib/notify/send.ts',
  ]);
  const near = [
    edge('lib/sync/run/a.ts', 'lib/sync/undo/b.ts'),
    edge('lib/sync/undo/b.ts', 'lib/sync/run/c.ts'),
  ];
  expect(mutualRooms(near)).toHaveLength(1);
  const oneWay = [
    edge('lib/sync/run/a.ts', 'lib/sync/undo/b.ts'),
    edge('lib/sync/undo/b.ts', 'lib/sync/schema.ts'),
  ];
  expect(mutualRooms(oneWay)).toEqual([]);
  expect(mutualRooms([edge('lib/a/x.test.ts', 'lib/b/y.ts'), edge('lib/b/y.ts', 'lib/a/z.ts')])).toEqual([]);
});

test('a cycle is named from where it closes', () => {
  const way = [
    edge('lib/a.ts', 'lib/b.ts'),
    edge('lib/b.ts', 'lib/c.ts', true),
    edge('lib/c.ts', 'lib/b.ts'),
  ];
  expect(findCycles(way)).toEqual([['lib/b.ts', 'lib/c.ts']]);
});

test('imports are read in every form', () => {
  const source = [
    "import type { A } from './imports.ts';",
    'import {\n  type B,\n  c,\n} from "./not-ours";'
      .replaceAll('"', "'")
      .replace('./not-ours', './cycles.ts'),
    "export { d } from './cycles.ts';",
    "import './cycles.ts';",
    "const e = await import('./cycles.ts');",
    "import pg from 'pg';",
  ].join('\n');
  expect(importsOf('bin/architecture/x.ts', source).map(({ to, typeOnly }) => [to, typeOnly])).toEqual([
    ['bin/architecture/imports.ts', true],
    ['bin/architecture/cycles.ts', false],
    ['bin/architecture/cycles.ts', false],
    ['bin/architecture/cycles.ts', false],
    ['bin/architecture/cycles.ts', false],
    ['pg', false],
  ]);
});
