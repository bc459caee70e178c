/*
 * On a telephone each row of a table is a card: its cells are lines, each after its column's name. The names that sort stay above
 * the cards. What is `display: block` loses a table's roles, so the elements name them.
 */
export const CARDS = [
  'max-sm:block max-sm:w-full! [&_thead]:max-sm:block [&_tbody]:max-sm:block',
  '[&_thead_tr]:max-sm:flex [&_thead_tr]:max-sm:flex-wrap [&_thead_tr]:max-sm:gap-x-4 [&_thead_tr]:max-sm:bg-sunken [&_thead_tr]:max-sm:px-4',
  '[&_th]:max-sm:w-auto! [&_th]:max-sm:px-0!',
  '[&_tbody_tr]:max-sm:block [&_tbody_tr]:max-sm:border-line [&_tbody_tr]:max-sm:border-t [&_tbody_tr]:max-sm:py-2',
  '[&_td]:max-sm:block [&_td]:max-sm:border-0! [&_td]:max-sm:px-4! [&_td]:max-sm:py-1! [&_td]:max-sm:text-left!',
].join(' ');

/** A cell of a card: the column's name at the left. It is for the eye: a screen reader has the column's header. */
export const CARD_CELL =
  "max-sm:grid! max-sm:grid-cols-[6.5rem_minmax(0,1fr)] max-sm:gap-x-3 max-sm:before:text-muted max-sm:before:text-xs max-sm:before:content-[attr(data-label)_/_''] max-sm:[&>*>*]:min-w-0 max-sm:[&>*>*]:max-w-full";

export const ROLES = {
  table: { role: 'table' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  header: { role: 'columnheader' },
  cell: { role: 'cell' },
} as const;
