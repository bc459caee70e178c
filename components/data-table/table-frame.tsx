import type { ReactNode, Ref } from 'react';
import { classNames } from '../ui/class-names.ts';
import { CARDS, ROLES } from './cards.ts';

/** How every table looks. It alone may scroll sideways, with the keyboard too. */
export const TableFrame = ({
  label,
  table,
  dense,
  cards,
  children,
}: {
  label: string;
  table?: Ref<HTMLTableElement>;
  /** For so many columns that they would not fit 1280 px otherwise. */
  dense?: boolean;
  /** Rows are cards on a telephone. */
  cards?: boolean;
  children: ReactNode;
}) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields.
  <div
    role="group"
    aria-label={label}
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable to be scrolled by keys.
    tabIndex={0}
    className="relative overflow-x-auto focus-visible:-outline-offset-2"
  >
    <table
      ref={table}
      aria-label={label}
      {...(cards && ROLES.table)}
      className={classNames(
        'w-full border-collapse text-[0.8125rem] leading-5 [&_td]:border-line [&_td]:border-t [&_td]:py-2 [&_td]:align-top [&_th]:whitespace-nowrap [&_th]:bg-sunken [&_th]:py-2 [&_th]:text-left [&_th]:font-medium [&_th]:text-muted [&_th]:text-xs',
        dense
          ? '[&_td:first-child]:pl-3 [&_td]:px-2 [&_th:first-child]:pl-3 [&_th]:px-2'
          : '[&_td:first-child]:pl-4 [&_td:last-child]:pr-4 [&_td]:px-3 sm:[&_td:first-child]:pl-5 sm:[&_td:last-child]:pr-5 [&_th:first-child]:pl-4 [&_th:last-child]:pr-4 [&_th]:px-3 sm:[&_th:first-child]:pl-5 sm:[&_th:last-child]:pr-5',
        cards && CARDS,
      )}
    >
      {children}
    </table>
  </div>
);
