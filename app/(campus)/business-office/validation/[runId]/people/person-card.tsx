import { Check } from 'lucide-react';
import Link from 'next/link';
import { memo, useId } from 'react';
import { Badge, type Tone } from '../../../../../../components/ui/badge.tsx';
import { Button } from '../../../../../../components/ui/button.tsx';
import { Callout } from '../../../../../../components/ui/callout.tsx';
import { staffNumberKey } from '../../../../../../lib/record/record.ts';
import { PERSON_CHANGE_NAMES, type PersonChange } from '../../../../../../lib/report/people/changes.ts';
import type { PersonCard as Card } from '../../../../../../lib/report/people/schema.ts';
import { CardBody } from './card-body.tsx';
import { PEOPLE_TEXTS } from './texts.ts';

const TONES: Record<PersonChange, Tone> = {
  ...{ new: 'good', updated: 'neutral', renamed: 'accent', ended: 'warn' },
  ...{ positionRemoved: 'bad', erased: 'bad', refused: 'bad', ignored: 'neutral' },
};

export interface CardRights {
  opensStaff: boolean;
  /** May give a person HR's number. */
  editsStaff: boolean;
  combines: boolean;
}

/** What the buttons of a card do. */
export interface CardActions {
  onSelect: (card: Card) => void;
  onReview: (card: Card) => void;
  onExclude: (card: Card) => void;
  onInclude: (card: Card) => void;
  onSamePerson: (card: Card) => void;
  onOpen: (card: Card) => void;
  onCombine: (card: Card) => void;
}

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
        <Buttons card={card} rights={rights} actions={actions} />
      </header>
      {excluded && (
        <p className="px-4 pt-3 text-muted text-xs sm:px-5">
          Excluded{excluded.by && ` by ${excluded.by}`}: <bdi>{excluded.reason}</bdi>
        </p>
      )}
      <Warnings card={card} />
      <CardBody card={card} />
      {reviewed && <span className="sr-only">Reviewed</span>}
    </article>
  );
});

function Buttons({ card, rights, actions }: { card: Card; rights: CardRights; actions: CardActions }) {
  const isNew = card.changes.includes('new');
  const button = { size: 'small', kind: 'quiet' } as const;
  return (
    <div className="ml-auto flex flex-wrap gap-1">
      {isNew && rights.editsStaff && (
        <Button {...button} onClick={() => actions.onSamePerson(card)}>
          Same person as
        </Button>
      )}
      {card.personId && rights.opensStaff && (
        <Button {...button} onClick={() => actions.onOpen(card)}>
          Open
        </Button>
      )}
      {card.personId && rights.combines && (
        <Button {...button} onClick={() => actions.onCombine(card)}>
          Combine
        </Button>
      )}
      {card.excluded ? (
        <Button {...button} onClick={() => actions.onInclude(card)}>
          Include again
        </Button>
      ) : (
        <Button {...button} onClick={() => actions.onExclude(card)}>
          Exclude from commit
        </Button>
      )}
      <Button
        size="small"
        kind={card.reviewed ? 'primary' : 'secondary'}
        aria-pressed={card.reviewed}
        onClick={() => actions.onReview(card)}
      >
        <Check aria-hidden className="size-3.5" />
        Mark reviewed
      </Button>
    </div>
  );
}

function Warnings({ card: { candidates, warnings, staffNumber } }: { card: Card }) {
  if (candidates.length + warnings.length === 0) return null;
  const key = staffNumberKey(staffNumber);
  const corrected = candidates.some((other) => staffNumberKey(other.staffNumber ?? '') === key);
  return (
    <div className="flex flex-col gap-2 px-4 pt-3 sm:px-5">
      {corrected ? (
        <Callout tone="good">{PEOPLE_TEXTS.sameNumber(staffNumber)}</Callout>
      ) : (
        candidates.length > 0 && (
          <Callout tone="warn" title={PEOPLE_TEXTS.likely()}>
            <ul>
              {candidates.map((other) => (
                <li key={other.id}>
                  <bdi className="font-medium">{other.name ?? other.staffNumber}</bdi>{' '}
                  <bdi className="text-xs">{other.staffNumber ?? 'no staff number'}</bdi>:{' '}
                  {other.reasons.join(', ')}
                </li>
              ))}
            </ul>
          </Callout>
        )
      )}
      {warnings.length > 0 && (
        <ul className="flex list-disc flex-col gap-0.5 pl-4 text-warn-ink text-xs">
          {warnings.map(({ code, message, pointer }) => (
            <li key={`${code} ${pointer} ${message}`}>{message}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
