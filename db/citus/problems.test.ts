import { expect, test } from 'vitest';
import type { CitusFacts } from './facts.ts';
import { citusChecks } from './problems.ts';

const NODE = { active: true, holdsRows: true, isCoordinator: false };
const READY: CitusFacts = {
  database: 'campus',
  owner: 'campus',
  appRole: 'campus_app',
  installed: true,
  version: '13.2-1',
  pending: 0,
  isCoordinator: true,
  prepared: 200,
  nodes: [
    { name: 'a:5432', active: true, holdsRows: false, isCoordinator: true },
    { ...NODE, name: 'b:5432' },
    { ...NODE, name: 'c:5432' },
  ],
  knownRoles: ['campus', 'campus_app'],
  answers: ['campus', 'campus_app'].flatMap((role) => [
    { node: 'b:5432', role, prepared: 200 },
    { node: 'c:5432', role, prepared: 200 },
  ]),
};
const problems = (change: Partial<CitusFacts>) =>
  citusChecks({ ...READY, ...change }).flatMap(({ problem }) => problem ?? []);

test('a cluster that has everything has no problem, and its nodes are named', () => {
  expect(problems({})).toEqual([]);
  expect(citusChecks(READY).find(({ name }) => name === 'nodes')?.found).toBe('b:5432, c:5432');
});

test.each<[string, Partial<CitusFacts>, string]>([
  ['no Citus', { installed: false, version: undefined }, 'has no Citus'],
  ['no extension', { version: undefined }, 'create extension citus'],
  ['an old extension', { version: '12.1-1' }, 'too old'],
  ['a node in the place of the coordinator', { isCoordinator: false }, 'must name the coordinator'],
  ['no address of the coordinator', { nodes: [] }, 'citus_set_coordinator_host'],
  ['no node', { nodes: READY.nodes.slice(0, 1) }, 'citus_add_node'],
  [
    'a node that is not active',
    { nodes: [...READY.nodes, { ...NODE, name: 'd:5432', active: false }] },
    'Not active: d:5432',
  ],
  ['a new owner', { knownRoles: ['campus_app'] }, 'alter database "campus" owner to "campus"'],
  ['a new role', { knownRoles: ['campus'] }, 'alter database "campus" owner to "campus_app"; alter'],
  [
    'a node that refuses a role',
    { answers: [...READY.answers, { node: 'd:5432', role: 'campus_app', refusal: 'no pg_hba.conf entry' }] },
    'd:5432 does not let it in (no pg_hba.conf entry)',
  ],
  [
    'a node without prepared transactions',
    { answers: [...READY.answers, { node: 'd:5432', role: 'campus', prepared: 0 }] },
    'It is 0 on d:5432',
  ],
  ['tables of an earlier release', { pending: 2 }, 'drop extension citus'],
])('%s is one problem, with what to do', (_, change, sentence) => {
  expect(problems(change)).toEqual([expect.stringContaining(sentence)]);
});

test('without the extension and the tables, `campus migrate` comes first', () => {
  expect(problems({ version: undefined, pending: 3 })).toEqual([
    expect.stringContaining('create extension citus'),
    expect.stringContaining('Run `campus migrate`'),
  ]);
});
