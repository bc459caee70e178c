import { type RefObject, useEffect, useRef } from 'react';

/**
 * For what takes the place of a button that somebody pressed and that is gone: it gets the focus when it is shown after it was
 * hidden, unless the focus is somewhere. `shown` is undefined until that is known.
 */
export function useFocusWhenShown<E extends HTMLElement>(shown: boolean | undefined): RefObject<E | null> {
  const element = useRef<E>(null);
  const was = useRef(shown);
  useEffect(() => {
    if (shown && was.current === false && document.activeElement === document.body) element.current?.focus();
    was.current = shown;
  }, [shown]);
  return element;
}
