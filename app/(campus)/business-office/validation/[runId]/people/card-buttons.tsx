import { Check } from 'lucide-react';
import { Button } from '../../../../../../components/ui/button.tsx';
import type { PersonCard as Card } from '../../../../../../lib/report/people/schema.ts';

/** A record that was set aside may have none: `(record 3)`. No commit takes it, so nothing is to be excluded. */
const IS_STAFF_NUMBER = /^[\w.-]{1,15}$/;

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

/** What an admin can do about a person. */
export function CardButtons({
  card,
  rights,
  actions,
}: {
  card: Card;
  rights: CardRights;
  actions: CardActions;
}) {
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
        IS_STAFF_NUMBER.test(card.staffNumber) && (
          <Button {...button} onClick={() => actions.onExclude(card)}>
            Exclude from commit
          </Button>
        )
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
