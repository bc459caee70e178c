'use client';

import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { PersonCard as Card } from '../../../../../../lib/report/people/schema.ts';
import type { CardActions, CardRights } from './card-buttons.tsx';
import { PersonCard } from './person-card.tsx';
import { useCardKeys } from './use-card-keys.ts';

const CARD_PX = 240;
const GAP_PX = 12;
/** Cards left below the screen when the next page is fetched. */
const AHEAD = 20;

/** The cards, of which only those near the screen are in the page: a report may have 100,000. */
export function PeopleList({
  cards,
  total,
  more,
  onMore,
  selected,
  rights,
  actions,
}: {
  cards: readonly Card[];
  total: number;
  /** There is a next page, and it is not being fetched. */
  more: boolean;
  onMore: () => void;
  selected: ReadonlySet<string>;
  rights: CardRights;
  actions: CardActions;
}) {
  const list = useRef<HTMLDivElement>(null);
  const [offset, setOffset] = useState(0);
  useLayoutEffect(() => {
    const top = list.current?.getBoundingClientRect().top ?? 0;
    setOffset(top + scrollY);
  }, []);
  const virtual = useWindowVirtualizer({
    count: cards.length,
    estimateSize: () => CARD_PX,
    gap: GAP_PX,
    overscan: 4,
    scrollMargin: offset,
    getItemKey: (i) => cards[i]?.staffNumber ?? i,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (more && last >= cards.length - AHEAD) onMore();
  }, [more, last, cards.length, onMore]);

  const current = useRef(-1);
  const go = (step: 1 | -1) => {
    const next = Math.min(Math.max((focusedCard() ?? current.current) + step, 0), cards.length - 1);
    current.current = next;
    virtual.scrollToIndex(next, { align: 'center' });
    // The card may have to be rendered first.
    requestAnimationFrame(() =>
      list.current
        ?.querySelector<HTMLElement>(`[data-index="${next}"] article`)
        ?.focus({ preventScroll: true }),
    );
  };
  useCardKeys({
    j: () => go(1),
    k: () => go(-1),
    x: () => {
      const card = cards[focusedCard() ?? current.current];
      if (card) actions.onSelect(card);
    },
  });
  return (
    <div
      ref={list}
      role="feed"
      aria-label="People"
      className="relative"
      style={{ height: virtual.getTotalSize() }}
    >
      {items.map(({ index, key, start }) => {
        const card = cards[index];
        return (
          card && (
            <div
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              className="absolute top-0 left-0 w-full"
              style={{ transform: `translateY(${start - offset}px)` }}
            >
              <PersonCard
                card={card}
                place={index + 1}
                of={total}
                selected={selected.has(card.staffNumber)}
                rights={rights}
                actions={actions}
              />
            </div>
          )
        );
      })}
    </div>
  );
}

/** The place of the card that has the focus, or in which something has it. */
function focusedCard(): number | undefined {
  const place = document.activeElement?.closest('[data-index]')?.getAttribute('data-index');
  return place ? Number(place) : undefined;
}
