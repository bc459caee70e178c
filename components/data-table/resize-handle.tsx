'use client';

import type { PointerEvent } from 'react';

export const NARROWEST = 60;
export const WIDEST = 900;

/**
 * The right edge of a column's header, to be dragged. For the pointer only: the columns' menu does the same by keyboard. It has no accessible name, because that would become part of the header's name.
 */
export function ResizeHandle({
  onResize,
}: {
  /** Adds so many pixels to the width that the column had when it began. */
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
  return (
    <span
      aria-hidden
      onPointerDown={drag}
      className="absolute inset-y-1 right-0 w-2 cursor-col-resize touch-none border-transparent border-r-2 hover:border-line max-sm:hidden print:hidden"
    />
  );
}
