'use client';

import { useEffect, useMemo, useRef } from 'react';
import { classNames } from '../ui/class-names.ts';
import { errorsByLine, payloadLines } from './payload-lines.ts';

interface FieldError {
  pointer: string;
  message: string;
}

/** A request's body as stored. Each failing field is marked with its error; the first is scrolled into view. */
export function Payload({ text, errors }: { text: string; errors: readonly FieldError[] }) {
  const lines = useMemo(() => payloadLines(text), [text]);
  const wrong = useMemo(() => errorsByLine(lines ?? [], errors), [lines, errors]);
  const box = useRef<HTMLDivElement>(null);
  const first = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Scrolls the box only, not the page around it.
    if (box.current && first.current)
      box.current.scrollTop = first.current.offsetTop - box.current.offsetTop - box.current.clientHeight / 3;
  }, []);
  const firstAt = [...wrong.keys()].reduce((least, at) => Math.min(least, at), Number.POSITIVE_INFINITY);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields.
    <div
      role="group"
      ref={box}
      aria-label="Payload"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable to be scrolled by keys.
      tabIndex={0}
      className="max-h-[45vh] overflow-auto rounded-md border border-line bg-sunken py-2 font-mono text-xs leading-5 focus-visible:-outline-offset-2"
    >
      {lines === null && <pre className="whitespace-pre-wrap break-all px-3">{text}</pre>}
      {lines?.map(({ depth, text: line }, at) => {
        const here = wrong.get(at);
        return (
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: lines keep their place.
            key={at}
            ref={at === firstAt ? first : undefined}
            className={classNames('px-3', here && 'border-bad border-l-2 bg-bad-soft')}
            style={{ paddingLeft: `${0.75 + depth * 1.25}rem` }}
          >
            {here ? (
              <mark className="bg-transparent font-semibold text-bad-ink">
                <bdi className="whitespace-pre-wrap break-all">{line}</bdi>
              </mark>
            ) : (
              <bdi className="whitespace-pre-wrap break-all">{line}</bdi>
            )}
            {here?.map((error) => (
              <span key={`${error.pointer} ${error.message}`} className="block font-sans text-bad-ink">
                {error.message}
              </span>
            ))}
          </div>
        );
      })}
    </div>
  );
}
