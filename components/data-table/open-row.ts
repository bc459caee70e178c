import type { MouseEvent } from 'react';

/** What has a click of its own. */
const CONTROLS = 'a, button, input, select, textarea, label, summary, [role="button"], [role="checkbox"]';
/** The link or button of the column that opens the row. */
const OPENER = '[data-opens] :is(a[href], button)';

/**
 * A click anywhere in a row is one on its name. Not one that selects text, nor one on another control, nor one in a
 * dialog that was opened from the row, whose events React passes on. Ctrl and ⌘ open a new tab, as on the link itself.
 */
export function openRow(event: MouseEvent<HTMLTableRowElement>): void {
  const { currentTarget: row, target, ctrlKey, metaKey, shiftKey } = event;
  if (event.defaultPrevented || !(target instanceof Element) || !row.contains(target)) return;
  if (target.closest(CONTROLS) || getSelection()?.type === 'Range') return;
  row
    .querySelector(OPENER)
    ?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey }));
}
