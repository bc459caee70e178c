import { expect, test } from 'vitest';
import { SignInPlaces } from './sign-in-places.ts';

test('an address has its share, all have theirs, and a place that is given back can be taken again', () => {
  const places = new SignInPlaces({ all: 3, ofAddress: 2 });
  const [first, second] = [places.take('a'), places.take('a')];
  expect(places.take('a')).toBeUndefined();
  const other = places.take('b');
  expect(other).toBeDefined();
  expect(places.take('c')).toBeUndefined();
  first?.();
  expect(places.take('c')).toBeDefined();
  expect(places.take('a')).toBeUndefined();
  second?.();
  expect(places.take('a')).toBeDefined();
});

test('a place is given back once, however often', () => {
  const places = new SignInPlaces({ all: 2, ofAddress: 2 });
  const giveBack = places.take('a');
  places.take('a');
  giveBack?.();
  giveBack?.();
  expect(places.take('a')).toBeDefined();
  expect(places.take('a')).toBeUndefined();
});
