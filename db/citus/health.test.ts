import { expect, test } from 'vitest';
import { type CitusHealth, healthChecks } from './health.ts';

const NODE = { active: true, holdsRows: true, isCoordinator: false };
const SOUND: CitusHealth = {
  role: 'campus_app',
  version: '13.2-1',
  prepared: 200,
  nodes: [
    { name: 'a:5432', active: true, holdsRows: false, isCoordinator: true },
    { ...NODE, name: 'b:5432' },
    { ...NODE, name: 'c:5432' },
  ],
  answers: ['b:5432', 'c:5432'].map((node) => ({ node, role: 'campus_app', prepared: 200 })),
  unspread: [],
  forced: [],
  settings: { 'citus.propagate_set_commands': 'local', 'citus.multi_shard_modify_mode': 'sequential' },
};

test('a sound cluster has no problem, and its nodes are named', () => {
  const checks = healthChecks(SOUND);
  expect(checks.flatMap(({ problem }) => problem ?? [])).toEqual([]);
  expect(checks.map(({ found }) => found)).toContain('b:5432, c:5432');
});

test.each<[string, Partial<CitusHealth>, string]>([
  [
    'a node that does not answer',
    { answers: [{ node: 'b:5432', role: 'campus_app', refusal: 'could not connect' }] },
    'b:5432 does not let it in (could not connect)',
  ],
  [
    'a node that is not active',
    { nodes: [...SOUND.nodes, { ...NODE, name: 'd:5432', active: false }] },
    'Not active: d:5432',
  ],
  ['a node without prepared transactions', { prepared: 0 }, 'It is 0 on the coordinator'],
  ['a table of the coordinator alone', { unspread: ['person'] }, 'On the coordinator alone: person.'],
  ['a table that binds its owner', { forced: ['mail'] }, 'forced on mail'],
  [
    'a setting that somebody took back',
    { settings: { ...SOUND.settings, 'citus.propagate_set_commands': 'none' } },
    'citus.propagate_set_commands (none, must be local)',
  ],
  [
    'a connection without the setting',
    { settings: { ...SOUND.settings, 'citus.multi_shard_modify_mode': null } },
    'citus.multi_shard_modify_mode (none, must be sequential)',
  ],
])('%s is one problem, with what to do', (_, change, sentence) => {
  expect(healthChecks({ ...SOUND, ...change }).flatMap(({ problem }) => problem ?? [])).toEqual([
    expect.stringContaining(sentence),
  ]);
});
