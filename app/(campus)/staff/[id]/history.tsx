'use client';

import Link from 'next/link';
import { calendarDate, DateTime } from '../../../../components/dates.tsx';
import { RuleLink } from '../../../../components/rule-link.tsx';
import { Badge } from '../../../../components/ui/badge.tsx';
import type { HistoryEntry } from '../../../../lib/people/history.ts';
import type { Person } from '../../../../lib/people/person.ts';
import { inLabels } from '../../../../lib/record/in-labels.ts';
import { Section } from './section.tsx';
import { PERSON_TEXTS } from './texts.ts';

const TABLES: Record<string, string> = {
  person: 'Demographics',
  identity: 'Identity',
  employment: 'District Employment',
  districtAssignment: 'District Assignment',
  household: 'Household',
  householdMember: 'Household member',
  householdLocation: 'Household location',
  address: 'Address',
  title: 'Title',
};
const OPERATIONS = { insert: 'added', update: 'changed', delete: 'removed' };
const HOW = { call: 'HR call', commit: 'HR commit', undo: 'Undo', campus: 'Campus' } as const;
const FIRST = 10;

/** Every change: who made it, by which call or commit, the previous value, and why. */
export const History = ({ person, readsRuns }: { person: Person; readsRuns: boolean }) => {
  const [first, rest] = [person.history.slice(0, FIRST), person.history.slice(FIRST)];
  return (
    <Section title="History" note="Latest first">
      {person.history.length === 0 && (
        <p className="px-4 py-4 text-muted sm:px-5">{PERSON_TEXTS.noHistory()}</p>
      )}
      <Entries entries={first} readsRuns={readsRuns} />
      {rest.length > 0 && (
        <details className="border-line border-t">
          <summary className="px-4 py-2.5 text-accent-ink sm:px-5">
            Show {rest.length} earlier entries
          </summary>
          <Entries entries={rest} readsRuns={readsRuns} />
        </details>
      )}
      {person.moreHistory && (
        <p className="border-line border-t px-4 py-2.5 text-muted text-xs sm:px-5">
          {PERSON_TEXTS.moreHistory()}
        </p>
      )}
    </Section>
  );
};

const Entries = ({ entries, readsRuns }: { entries: readonly HistoryEntry[]; readsRuns: boolean }) => (
  <ol className="divide-y divide-line">
    {entries.map((entry) => (
      <li key={entry.id} className="px-4 py-3 sm:px-5">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="font-medium tabular-nums">
            <DateTime at={entry.at} time />
          </span>
          <Badge tone={entry.how === 'campus' || entry.how === 'undo' ? 'neutral' : 'accent'}>
            {HOW[entry.how]}
          </Badge>
          <bdi>{entry.actor}</bdi>
          {entry.runId && readsRuns && (
            <Link
              href={`/business-office/synchronization/${entry.runId}`}
              prefetch={false}
              className="text-accent-ink text-xs underline"
            >
              {entry.how === 'undo' ? 'Results of the undo' : 'Results of the commit'}
            </Link>
          )}
          {entry.requestId && (
            <span className="text-muted text-xs">
              Request ID <code className="break-all font-mono">{entry.requestId}</code>
            </span>
          )}
        </p>
        <ul className="mt-1.5 flex flex-col gap-1.5">
          {entry.changes.map((change) => (
            <li key={change.table + change.rowId + change.rule} className="min-w-0 break-words">
              {/* An update without a field to show is HR taking the person over: the reason alone says so. */}
              {(change.op !== 'update' || change.fields.length > 0) && (
                <span className="text-muted">
                  {TABLES[change.table] ?? change.table} {OPERATIONS[change.op]}
                  {change.fields.length > 0 && ': '}
                </span>
              )}
              {change.fields.map((field, i) => (
                <span key={field.name}>
                  {i > 0 && '; '}
                  <FieldChange op={change.op} {...field} />
                </span>
              ))}
              <span className="block text-muted text-xs">
                <bdi>{inLabels(change.reason)}</bdi> <RuleLink rule={change.rule} />
              </span>
            </li>
          ))}
        </ul>
      </li>
    ))}
  </ol>
);

const FieldChange = ({
  name,
  before,
  after,
  op,
}: HistoryEntry['changes'][number]['fields'][number] & { op: keyof typeof OPERATIONS }) => (
  <>
    {labelOf(name)}{' '}
    {op === 'update' && (
      <>
        <del className="text-muted">
          <bdi>{printed(name, before)}</bdi>
        </del>{' '}
        →{' '}
      </>
    )}
    <bdi className="font-medium">{printed(name, op === 'delete' ? before : after)}</bdi>
  </>
);

const LABELS: Record<string, string> = { ssn: 'SSN', zip: 'ZIP', apt: 'Apt' };

const labelOf = (name: string): string =>
  LABELS[name] ??
  name.replace(/[A-Z]/g, (letter) => ` ${letter}`).replace(/^./, (letter) => letter.toUpperCase());

function printed(name: string, value: string | null): string {
  if (value === null) return 'empty';
  if (name === 'ssn') return `•••-••-${value}`;
  if (value === 'true') return 'yes';
  if (value === 'false') return 'no';
  return /^\d{4}-\d\d-\d\d$/.test(value) ? calendarDate(value) : value;
}
