import { expect, test } from 'vitest';
import { PROPERTY_TEXTS, RECORD_TEXTS } from './texts.ts';

const ends: { [key in keyof typeof PROPERTY_TEXTS]: { message: string; hint?: string } } = {
  tooLong: PROPERTY_TEXTS.tooLong(50, 1200),
  blank: PROPERTY_TEXTS.blank(),
  withoutLetter: PROPERTY_TEXTS.withoutLetter(),
  notADate: PROPERTY_TEXTS.notADate(),
  notAnSsn: PROPERTY_TEXTS.notAnSsn(),
  notAStaffNumber: PROPERTY_TEXTS.notAStaffNumber(),
  reserved: PROPERTY_TEXTS.reserved('sync'),
  notAnEmail: PROPERTY_TEXTS.notAnEmail(),
  notAPhone: PROPERTY_TEXTS.notAPhone(),
};

test.each(Object.values(ends))('lastName $message', ({ message, hint }) => {
  expect(message).toMatch(/^(is|has|can't) .*[^.]$|"\."$/);
  if (hint) expect(hint).toMatch(/^[A-Z].*\.$/);
});

test('STAFF-7 one open position and several', () => {
  expect(RECORD_TEXTS.positionStillOpen(1, '2026-06-30', 1)).toBe(
    'The employment ended on 2026-06-30, but a position has no endDate; both were taken as sent.',
  );
  expect(RECORD_TEXTS.positionStillOpen(2, '2026-06-30', 3)).toBe(
    'The last employment ended on 2026-06-30, but 3 positions have no endDate; both were taken as sent.',
  );
});
