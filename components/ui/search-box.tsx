'use client';

import { Search } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { classNames } from './class-names.ts';
import { inputStyle } from './field.tsx';

const PAUSE_MS = 200;

/** Searches when typing pauses, or at Enter. */
export function SearchBox({
  label,
  placeholder,
  text,
  onSearch,
}: {
  label: string;
  placeholder: string;
  /** The current search text. */
  text: string;
  onSearch: (text: string) => void;
}) {
  const [typed, setTyped] = useState(text);
  const reported = useRef(text);
  useEffect(() => {
    // Changed from outside, by Back or by clearing the filters.
    if (text !== reported.current) setTyped(text);
    reported.current = text;
  }, [text]);
  const report = (next: string) => {
    reported.current = next;
    onSearch(next);
  };
  useEffect(() => {
    if (typed === reported.current) return;
    const timer = setTimeout(() => {
      reported.current = typed;
      onSearch(typed);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, onSearch]);
  return (
    <search className="relative min-w-0 flex-1 basis-72">
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-subtle"
      />
      <input
        type="search"
        aria-label={label}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && report(typed)}
        className={classNames(inputStyle, 'pl-9')}
      />
    </search>
  );
}
