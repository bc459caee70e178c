import { ArrowRight } from 'lucide-react';
import type { Coded, Line, Period } from '../../lib/report/people/schema.ts';

const Arrow = () => (
  <>
    <ArrowRight aria-hidden className="mx-1 inline size-3.5 shrink-0 align-[-2px] text-subtle" />
    <span className="sr-only"> becomes </span>
  </>
);

const NOTHING = <span className="text-subtle">–</span>;

// HR's text may be hostile: it is rendered as text only, and isolated so that its direction stays in its place.
const Before = ({ text }: { text: string | null }) =>
  text === null ? NOTHING : <del className="wrap-anywhere text-muted">{<bdi>{text}</bdi>}</del>;

const After = ({ text }: { text: string }) => (
  <ins className="wrap-anywhere rounded bg-good-soft px-1 font-medium text-good-ink no-underline">
    <bdi>{text}</bdi>
  </ins>
);

const Erased = () => <strong className="rounded bg-bad-soft px-1 font-medium text-bad-ink">erased</strong>;

/** An old and a new text. */
export const OldNew = ({ before, after, erased }: Omit<Line, 'label'>) => (
  <>
    <Before text={before} />
    <Arrow />
    {erased ? <Erased /> : after === null ? NOTHING : <After text={after} />}
  </>
);

/** Values that differ, old and new; of a new person only the new ones. */
export const CardLines = ({ lines, isNew = false }: { lines: readonly Line[]; isNew?: boolean }) => (
  <dl className="grid grid-cols-[7.5rem_minmax(0,1fr)] gap-x-3 gap-y-1">
    {lines.map(({ label, ...values }) => (
      <div key={label} className="contents">
        <dt className="text-muted text-xs leading-5">{label}</dt>
        <dd className="min-w-0">{isNew ? <After text={values.after ?? '–'} /> : <OldNew {...values} />}</dd>
      </div>
    ))}
  </dl>
);

/** A name with its code small. */
export const Named = ({ of: { code, name } }: { of: Coded }) =>
  name === null ? (
    <bdi className="tabular-nums">{code}</bdi>
  ) : (
    <>
      <bdi>{name}</bdi> <bdi className="text-subtle text-xs tabular-nums">{code}</bdi>
    </>
  );

export const periodText = ({ from, to }: Period): string => `${from ?? '–'} – ${to ?? 'open'}`;

/** From when to when, old and new where they differ. */
export const Periods = ({ period, was }: { period: Period; was: Period | null }) => (
  <span className="tabular-nums">
    {was ? <OldNew before={periodText(was)} after={periodText(period)} erased={false} /> : periodText(period)}
  </span>
);
