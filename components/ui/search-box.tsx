'use client';

import { Search } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { classNames } from './class-names.ts';
import { inputStyle } from './field.tsx';

const PAUSE_MS = 200;

/** Searches once the typing pauses, or at Enter. */
export function SearchBox({
  label,
  placeholder,
  text,
  onSearch,
}: {
  label: string;
  placeholder: string;
  /** What is searched for. */
  text: string;
  onSearch: (text: string) => void;
}) {
  const [typed, setTyped] = useState(text);
  const told = useRef(text);
  useEffect(() => {
    // Changed from outside, by Back or by clearing the filters.
    if (text !== told.current) setTyped(text);
    told.current = text;
  }, [text]);
  const tell = (next: string) => {
    told.current = next;
    onSearch(next);
  };
  useEffect(() => {
    if (typed === told.current) return;
    const timer = setTimeout(() => {
      told.current = typed;
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
        onKeyDown={(event) => event.key === 'Enter' && tell(typed)}
        className={classNames(inputStyle, 'pl-9')}
      />
    </search>
  );
}
