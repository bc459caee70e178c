import type { ReactNode, Ref } from 'react';

/** How every table looks. It alone may scroll sideways, with the keyboard too. */
export const TableFrame = ({
  label,
  table,
  children,
}: {
  label: string;
  table?: Ref<HTMLTableElement>;
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
      className="w-full border-collapse text-[0.8125rem] leading-5 [&_td]:border-line [&_td]:border-t [&_td]:px-3 [&_td]:py-2 [&_td]:align-top [&_td:first-child]:pl-4 sm:[&_td:first-child]:pl-5 [&_td:last-child]:pr-4 sm:[&_td:last-child]:pr-5 [&_th]:whitespace-nowrap [&_th]:bg-sunken [&_th]:px-3 [&_th]:py-2 [&_th]:text-left [&_th]:font-medium [&_th]:text-muted [&_th]:text-xs [&_th:first-child]:pl-4 sm:[&_th:first-child]:pl-5 [&_th:last-child]:pr-4 sm:[&_th:last-child]:pr-5"
    >
      {children}
    </table>
  </div>
);
