import Link from 'next/link';
import { Fragment, memo, type ReactNode } from 'react';
import { inLabels } from '../../lib/record/in-labels.ts';
import type { Entry, Section } from '../../lib/report/schema.ts';
import { isIgnored, printed, type SectionColumn, valueIn } from '../../lib/report/sections.ts';
import { RuleLink } from '../rule-link.tsx';
import { Badge } from '../ui/badge.tsx';
import { classNames } from '../ui/class-names.ts';

type Side = Entry['campus'];

const Value = ({ value, mark }: { value: unknown; mark: string | false }) => {
  const text = printed(value);
  const shown = text === null ? '–' : breakable(text);
  // HR's text may be hostile: it is rendered as text only, and isolated so that its direction stays in the cell.
  if (mark)
    return <mark className={classNames('-mx-1 rounded px-1 font-medium', mark)}>{<bdi>{shown}</bdi>}</mark>;
  return <bdi className={text === null ? 'text-subtle' : undefined}>{shown}</bdi>;
};

/** An e-mail address may wrap where its parts meet, so that it needs no wide column. */
const breakable = (text: string): ReactNode =>
  text.includes('@')
    ? text.split(/(?=[@.])/).map((part, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts have no id and keep their place.
        <Fragment key={i}>
          <wbr />
          {part}
        </Fragment>
      ))
    : text;

function Cells({
  columns,
  side,
  personId,
  absent,
  differing,
  mark,
}: {
  columns: readonly SectionColumn[];
  side: Side;
  /** Whose page the number leads to; null for none. */
  personId: string | null;
  /** Shown when this side has no value. */
  absent: string;
  differing: readonly string[];
  mark: string;
}) {
  if (!side)
    return (
      <td colSpan={columns.length} className="text-subtle">
        {absent}
      </td>
    );
  const leads = columns.some(({ id }) => id === 'staffNumber') ? 'staffNumber' : 'staffMember';
  return columns.map(({ id }) => (
    <td key={id} className="max-w-56 break-words">
      {personId && id === leads ? (
        <Link href={`/staff/${personId}`} prefetch={false} className="text-accent-ink hover:underline">
          <Value value={valueIn(side, id, columns)} mark={differing.includes(id) && mark} />
        </Link>
      ) : (
        <Value value={valueIn(side, id, columns)} mark={differing.includes(id) && mark} />
      )}
    </td>
  ));
}

const Why = ({ entry, ignored, rowSpan }: { entry: Entry; ignored: boolean; rowSpan?: number }) => (
  <td rowSpan={rowSpan} className="min-w-28 text-pretty text-muted text-xs leading-5">
    {ignored && <Badge className="mr-1.5">Ignored</Badge>}
    {inLabels(entry.why.reason)} <RuleLink rule={entry.why.rule} />
  </td>
);

/** An entry as a pair, Campus above HR, with the differences marked in both. */
export const PairRows = memo(function PairRows({
  entry,
  columns,
  opensStaff,
}: {
  entry: Entry;
  columns: readonly SectionColumn[];
  opensStaff: boolean;
}) {
  const personId = opensStaff ? entry.personId : null;
  const differing = entry.campus && entry.hr ? entry.fields : [];
  return (
    <tbody className="border-line border-t [&_tr:nth-child(2)_td]:border-t-0">
      <tr>
        <td className="font-medium">Campus</td>
        <Cells
          columns={columns}
          side={entry.campus}
          personId={personId}
          absent="Not in Campus"
          differing={differing}
          mark="bg-warn-soft text-warn-ink"
        />
        <Why entry={entry} ignored={false} rowSpan={2} />
      </tr>
      <tr>
        <td className="font-medium">HR</td>
        <Cells
          columns={columns}
          side={entry.hr}
          personId={null}
          absent="Not in HR"
          differing={differing}
          mark="bg-good-soft text-good-ink"
        />
      </tr>
    </tbody>
  );
});

/** An entry that only one side has. */
export const SingleRow = memo(function SingleRow({
  section,
  entry,
  columns,
  opensStaff,
}: {
  section: Section;
  entry: Entry;
  columns: readonly SectionColumn[];
  opensStaff: boolean;
}) {
  const ignored = isIgnored(section, entry);
  const changed = entry.campus && entry.hr ? entry.fields : [];
  return (
    <tbody>
      <tr className={ignored ? 'text-muted' : undefined}>
        <Cells
          columns={columns}
          side={entry.hr ?? entry.campus}
          personId={opensStaff ? entry.personId : null}
          absent="–"
          differing={changed}
          mark="bg-good-soft text-good-ink"
        />
        <Why entry={entry} ignored={ignored} />
      </tr>
    </tbody>
  );
});
