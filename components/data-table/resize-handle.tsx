'use client';

import type { KeyboardEvent, PointerEvent } from 'react';

export const NARROWEST = 60;
export const WIDEST = 900;
const STEP = 16;

/** The right edge of a column's header: dragged, or moved by the arrow keys. */
export function ResizeHandle({
  name,
  width,
  onResize,
}: {
  /** Of the column. */
  name: string;
  /** As set, undefined while the browser decides. */
  width: number | undefined;
  /** Adds so many pixels to the width that the column has now. */
  onResize: (change: number, begins: boolean) => void;
}) {
  function drag(event: PointerEvent<HTMLElement>) {
    const handle = event.currentTarget;
    const from = event.clientX;
    handle.setPointerCapture(event.pointerId);
    onResize(0, true);
    const move = (moved: globalThis.PointerEvent) => onResize(moved.clientX - from, false);
    const end = () => {
      handle.removeEventListener('pointermove', move);
      handle.removeEventListener('lostpointercapture', end);
    };
    handle.addEventListener('pointermove', move);
    handle.addEventListener('lostpointercapture', end);
    event.preventDefault();
  }
  function press(event: KeyboardEvent) {
    const change = { ArrowLeft: -STEP, ArrowRight: STEP }[event.key];
    if (change === undefined) return;
    event.preventDefault();
    onResize(0, true);
    onResize(change, false);
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: an hr can't be moved.
    <span
      role="separator"
      aria-orientation="vertical"
      aria-label={`Width of ${name}`}
      aria-valuemin={NARROWEST}
      aria-valuemax={WIDEST}
      aria-valuenow={width ?? NARROWEST}
      aria-valuetext={width === undefined ? 'as the content needs' : `${width} pixels`}
      tabIndex={0}
      onPointerDown={drag}
      onKeyDown={press}
      className="absolute inset-y-1 right-0 w-2 cursor-col-resize touch-none border-transparent border-r-2 hover:border-line focus-visible:border-accent max-sm:hidden print:hidden"
    />
  );
}
