import fc from 'fast-check';
import { expect, test } from 'vitest';
import { refuse } from './refusal.ts';

test.each(['/campus/x/%ff', '/campus/%', '/campus/%zz', '/campus/%c3%28', '/campus/a%00b', '*', 'http//x'])(
  'the path %s is refused with 400',
  (target) => {
    expect(refuse('GET', target)).toMatchObject({ status: 400 });
  },
);

test.each(['TRACE', 'PROPFIND', 'LINK'])('%s is refused with 405 and Allow', (method) => {
  expect(refuse(method, '/campus')).toMatchObject({
    status: 405,
    headers: { Allow: expect.stringContaining('GET') },
  });
});

test('whatever an honest client encodes passes, and a query is left to the routes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      fc.pre(!text.includes('\0'));
      expect(refuse('GET', `/campus/${encodeURIComponent(text)}?q=%ff`)).toBeUndefined();
    }),
  );
});

test.each([
  'x',
  '%7B',
  '[]',
  '{"children":[]}',
  '[1,{}]',
  encodeURIComponent('["",{"children":"page"}]'),
  '"'.repeat(50_000),
])('a router state that Next would answer with 500 is refused: %s', (state) => {
  expect(refuse('GET', '/campus/staff', { 'next-router-state-tree': state })?.status).toBe(400);
});

test('the router state that a page sends is taken', () => {
  const state = [
    '',
    { children: ['(campus)', { children: ['staff', { children: ['__PAGE__', {}] }] }] },
    null,
    null,
  ];
  const header = encodeURIComponent(JSON.stringify(state));
  expect(refuse('GET', '/campus/staff', { 'next-router-state-tree': header })).toBeUndefined();
});
