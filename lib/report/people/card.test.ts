import { expect, test } from 'vitest';
import { cardOf } from './card.ts';
import type { Lead, PersonEntry } from './leads.ts';

const LEAD: Lead = {
  ...{ personKey: '1', staffNumber: '1', personId: null, name: '', tags: ['change:refused'], warnings: null },
  ...{ excludedFor: null, excludedBy: null, isReviewed: false },
};
const refused = (hr: Record<string, string>) =>
  ({
    ...{ section: 'errors', personKey: '1', staffNumber: '1', personId: null, fields: ['/lastName'] },
    ...{ counted: false, removesPosition: false, campus: null, hr, why: { rule: 'SYNC-2', reason: 'x' } },
  }) as unknown as PersonEntry;
const LABELS = { schools: new Map(), titles: new Map(), assignmentCodes: new Map(), people: new Map() };

test.each([
  [{ lastName: 'Brown', firstName: 'Ann' }, 'Brown, Ann'],
  [{ firstName: 'Ann' }, 'Ann'],
  [{}, 'No name'],
])('VAL-3 a refused record with %o has a card that is named', (hr, name) => {
  expect(cardOf(LEAD, [refused(hr)], LABELS as never).name).toBe(name);
});
