import { expect, test } from 'vitest';
import { isCrossSite } from './same-origin.ts';

const ours = 'https://campus.example.org';
const call = (method: string, headers: Record<string, string>) =>
  isCrossSite({ method, headers: new Headers({ host: 'campus.example.org', ...headers }) }, ours);

test.each([
  ['POST', { 'sec-fetch-site': 'same-origin' }],
  ['GET', { 'sec-fetch-site': 'same-origin' }],
  ['GET', { 'sec-fetch-site': 'none' }],
  ['POST', { origin: ours }],
  ['POST', {}],
  ['GET', {}],
])('%s %j is our own', (method, headers) => expect(call(method, headers)).toBe(false));

test.each([
  ['POST', { 'sec-fetch-site': 'cross-site' }],
  ['POST', { 'sec-fetch-site': 'same-site', origin: ours }],
  ['POST', { 'sec-fetch-site': 'none' }],
  ['GET', { 'sec-fetch-site': 'cross-site' }],
  ['POST', { origin: 'https://evil.example' }],
  ['POST', { origin: 'http://campus.example.org' }],
  ['DELETE', { origin: 'null' }],
])('%s %j is not', (method, headers) => expect(call(method, headers)).toBe(true));

test('behind a proxy that changes Host, the public origin counts', () =>
  expect(call('POST', { host: '10.0.0.7:3000', origin: ours })).toBe(false));
