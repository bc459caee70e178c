import { expect, test } from 'vitest';
import { browserName } from './browser-name.ts';

const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)';

test.each([
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox on Windows'],
  [`${MAC} AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36`, 'Chrome on macOS'],
  [`${MAC} AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.4 Safari/605.1.15`, 'Safari on macOS'],
])('%s is %s', (agent, name) => {
  expect(browserName(agent)).toBe(name);
});

test.each([null, '', 'curl/8.14', '123-45-6789', 'x'.repeat(100_000), 'My secret/1.0 (987654321)'])(
  '%s is no browser, and none of it is kept',
  (agent) => {
    expect(browserName(agent)).toBeNull();
  },
);
