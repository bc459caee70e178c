import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  allowedCalls,
  FIRST_STATE,
  isAllowed,
  isLive,
  RUN_STATES,
  type RunCall,
  type RunState,
  TRANSITIONS,
  type Transition,
} from './states.ts';

test('SYNC-1 each state allows the calls that the rule lists for it, by these words', () => {
  expect(allowedCalls('none')).toEqual(['start']);
  expect(allowedCalls('committed')).toEqual(['start']);
  expect(allowedCalls('cancelled')).toEqual(['start']);
  expect(allowedCalls('transferring')).toEqual(['transfer', 'end', 'start']);
  expect(allowedCalls('transferred')).toEqual(['validate', 'start']);
  expect(allowedCalls('validated')).toEqual(['validate', 'commit', 'submitCommitJob', 'start']);
  expect(allowedCalls('committing')).toEqual([]);
});

test('SYNC-4 start is possible in every state but during a commit', () => {
  for (const state of RUN_STATES) expect(isAllowed(state, 'start')).toBe(state !== 'committing');
});

test('SYNC-1 an ended run stays as it is, and a run ends with its moment', () => {
  for (const { from, to, ...rule } of Object.values(TRANSITIONS)) {
    expect(from.filter((state) => !isLive(state))).toEqual([]);
    const stamps: readonly string[] = 'stamps' in rule ? rule.stamps : [];
    expect(stamps.includes('endedAt')).toBe(!isLive(to));
  }
});

test('SYNC-1 no order of allowed calls commits what was not transferred, ended and validated first', () => {
  const next: Partial<Record<RunCall, Transition>> = {
    end: 'end',
    validate: 'validate',
    commit: 'beginCommit',
    submitCommitJob: 'beginCommit',
  };
  const calls = fc.array(
    fc.constantFrom<RunCall>('start', 'transfer', 'end', 'validate', 'commit', 'submitCommitJob'),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(calls, (sent) => {
      let state: RunState | 'none' = 'none';
      let since: RunCall[] = [];
      for (const call of sent) {
        if (!isAllowed(state, call)) continue;
        since = call === 'start' ? [call] : [...since, call];
        const name = next[call];
        if (since.length === 1) state = FIRST_STATE.synchronization;
        else if (name) state = TRANSITIONS[name].to;
        if (next[call] === 'beginCommit')
          expect(since.filter((past) => past !== 'transfer').slice(0, 3)).toEqual([
            since[0],
            'end',
            'validate',
          ]);
      }
    }),
  );
});
