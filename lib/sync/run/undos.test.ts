import { expect, test } from 'vitest';
import { type Undo, undosOf } from './undos.ts';

const undo = (id: string, undoes: string, more: Partial<Undo> = {}): Undo => ({
  id,
  undoes,
  status: 'committed',
  restored: true,
  ...more,
});
const state = (...undos: Undo[]) => {
  const { isUndone, of } = undosOf(undos);
  return [isUndone('commit'), of('commit')?.runId ?? null];
};

test('a run is undone by its undo, until that is undone; so is an undo', () => {
  expect(state()).toEqual([false, null]);
  expect(state(undo('u1', 'commit'))).toEqual([true, 'u1']);
  expect(state(undo('u1', 'commit'), undo('u2', 'u1'))).toEqual([false, null]);
  expect(state(undo('u1', 'commit'), undo('u2', 'u1'), undo('u3', 'u2'))).toEqual([true, 'u1']);
  expect(state(undo('u1', 'commit'), undo('u2', 'u1'), undo('u3', 'commit'))).toEqual([true, 'u3']);
});

test('an undo that restored nothing undoes nothing, one that is live does already', () => {
  const nothing = undo('u2', 'commit', { restored: false });
  expect(state(nothing)).toEqual([false, null]);
  expect(state(undo('u1', 'commit'), nothing)).toEqual([true, 'u1']);
  expect(state(undo('u1', 'commit'), nothing, undo('u3', 'u1'))).toEqual([false, null]);
  expect(state(undo('u1', 'commit', { status: 'committing', restored: false }))).toEqual([true, 'u1']);
});

test('a cancelled undo is named, but the run is not undone', () => {
  const cancelled = undo('u2', 'commit', { status: 'cancelled' });
  expect(state(cancelled)).toEqual([false, 'u2']);
  expect(state(undo('u1', 'commit'), cancelled)).toEqual([true, 'u1']);
});
