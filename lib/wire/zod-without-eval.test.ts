import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';

test('what pages set before they load zod is zod’s own configuration', async () => {
  onTestFinished(() => void z.config({ jitless: false }));
  await import('../../instrumentation-client.ts');
  expect(z.config().jitless).toBe(true);
});
