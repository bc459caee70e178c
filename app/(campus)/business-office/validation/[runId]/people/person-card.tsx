import Link from 'next/link';
import { memo, useId } from 'react';
import { Badge, type Tone } from '../../../../../../components/ui/badge.tsx';
import { PERSON_CHANGE_NAMES, type PersonChange } from '../../../../../../lib/report/people/changes.ts';
import type { PersonCard as Card } from '../../../../../../lib/report/people/schema.ts';
import { CardBody } from './card-body.tsx';
import { type CardActions, CardButtons, type CardRights } from './card-buttons.tsx';
import { CardWarnings } from './card-warnings.tsx';

const TONES: Record<PersonChange, Tone> = {
  ...{ new: 'good', updated: 'neutral', renamed: 'accent', ended: 'warn' },
  ...{ positionRemoved: 'bad', erased: 'bad', refused: 'bad', ignored: 'neutral' },
};

/** VAL-3: everything that the commit does to one person, and what an admin can do about it. */
export const PersonCard = memo(function PersonCard({
  card,
  place,
  of,
  selected,
  rights,
  actions,
}: {
  card: Card;
  /** Among how many people it is which, from 1. */
  place: number;
  of: number;
  selected: boolean;
  rights: CardRights;
  actions: CardActions;
}) {
  const { name, staffNumber, personId, changes, excluded, reviewed } = card;
  const heading = useId();
  return (
    <article
      aria-labelledby={heading}
      aria-posinset={place}
      aria-setsize={of}
      tabIndex={-1}
      className="rounded-lg border border-line bg-surface shadow-raised focus:outline-2 focus:outline-accent"
    >
      <header className="flex flex-wrap items-center gap-x-3 gap-y-2 border-line border-b px-4 py-2.5 sm:px-5">
        <input
          type="checkbox"
          aria-label={`Select ${name}`}
          checked={selected}
          onChange={() => actions.onSelect(card)}
          className="size-4 shrink-0 accent-accent"
        />
        <h3 id={heading} className="wrap-anywhere min-w-0 font-semibold text-sm">
          {personId && rights.opensStaff ? (
            <Link href={`/staff/${personId}`} prefetch={false} className="text-accent-ink hover:underline">
              <bdi>{name}</bdi>
            </Link>
          ) : (
            <bdi>{name}</bdi>
          )}
        </h3>
        <bdi className="text-muted text-xs tabular-nums">{staffNumber}</bdi>
        <span className="flex flex-wrap gap-1.5">
          {changes.map((change) => (
            <Badge key={change} tone={TONES[change]}>
              {PERSON_CHANGE_NAMES[change]}
            </Badge>
          ))}
          {excluded && <Badge tone="warn">Excluded</Badge>}
        </span>
        <CardButtons card={card} rights={rights} actions={actions} />
      </header>
      {excluded && (
        <p className="px-4 pt-3 text-muted text-xs sm:px-5">
          Excluded{excluded.by && ` by ${excluded.by}`}: <bdi>{excluded.reason}</bdi>
        </p>
      )}
      <CardWarnings card={card} />
      <CardBody card={card} />
      {reviewed && <span className="sr-only">Reviewed</span>}
    </article>
  );
});
