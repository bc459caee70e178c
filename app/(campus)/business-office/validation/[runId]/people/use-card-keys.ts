import { useEffect, useRef } from 'react';

const TYPING = 'input:not([type=checkbox]), textarea, select, [contenteditable], [role=dialog] *';

/** j and k go to the next and the previous card, x selects. Not while something is typed, nor in a dialog. */
export function useCardKeys(keys: Record<'j' | 'k' | 'x', () => void>): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof Element && event.target.matches(TYPING)) return;
      if (!(event.key === 'j' || event.key === 'k' || event.key === 'x')) return;
      event.preventDefault();
      latest.current[event.key]();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
}
