import { calendarDate } from '../../../../components/dates.tsx';
import type { Person } from '../../../../lib/people/person.ts';
import { Section } from './section.tsx';
import { PERSON_TEXTS } from './texts.ts';

/** What an emergency unlock changed and HR has not sent again, with the values of both (RO-5). */
export const Drift = ({ person: { drift } }: { person: Person }) =>
  drift.length > 0 && (
    <Section title="Different from HR’s last record" note={PERSON_TEXTS.drift()}>
      <ul className="divide-y divide-line">
        {drift.map(({ what, hr, campus }) => (
          <li
            key={`${what} ${hr} ${campus}`}
            className="grid gap-x-6 gap-y-1 px-4 py-2.5 sm:grid-cols-3 sm:px-5"
          >
            <span className="font-medium first-letter:uppercase">{what}</span>
            <Value of="Campus" text={campus} />
            <Value of="HR" text={hr} />
          </li>
        ))}
      </ul>
    </Section>
  );

const DAY = /\d{4}-\d{2}-\d{2}/g;

const Value = ({ of, text }: { of: string; text: string | null }) => (
  <span className="min-w-0 break-words">
    <span className="text-muted text-xs">{of} </span>
    <bdi>{text?.replace(DAY, calendarDate) ?? '–'}</bdi>
  </span>
);
