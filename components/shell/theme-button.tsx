'use client';

import { Moon, Sun } from 'lucide-react';
import { useTheme } from 'next-themes';
import { buttonStyle } from '../ui/button.tsx';

/** Switches the theme. Back at the system's preference, it follows the system again. */
export function useOtherTheme(): () => void {
  const { resolvedTheme, systemTheme, setTheme } = useTheme();
  return () => {
    const other = resolvedTheme === 'dark' ? 'light' : 'dark';
    setTheme(other === systemTheme ? 'system' : other);
  };
}

export function ThemeButton() {
  const turn = useOtherTheme();
  return (
    <button
      type="button"
      aria-label="Theme"
      title="Light or dark"
      onClick={turn}
      className={buttonStyle('quiet', 'icon')}
    >
      <Sun aria-hidden className="size-4 dark:hidden" />
      <Moon aria-hidden className="hidden size-4 dark:block" />
    </button>
  );
}
