'use client';

import { Menu } from '@base-ui/react/menu';
import { Check } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { buttonStyle } from './button.tsx';

/** A button that opens a list of checkboxes, which stays open while they are changed. */
export function CheckboxMenu<Id extends string>({
  label,
  icon,
  items,
  onToggle,
  onSideways,
  hint,
  children,
}: {
  /** The button's name. */
  label: string;
  icon: ReactNode;
  items: readonly { id: Id; name: string; checked: boolean; disabled?: boolean }[];
  onToggle: (id: Id, checked: boolean) => void;
  /** Called for the left (-1) or right (1) arrow on an item. */
  onSideways?: (id: Id, way: -1 | 1) => void;
  /** Below the items. */
  hint?: string;
  /** Further items below. */
  children?: ReactNode;
}) {
  // Rendered next to its button, inside the page's main landmark.
  const [place, setPlace] = useState<HTMLElement | null>(null);
  return (
    <Menu.Root>
      <Menu.Trigger className={buttonStyle('secondary', 'small')} aria-label={label}>
        {icon}
        <span className="max-sm:sr-only">{label}</span>
      </Menu.Trigger>
      <span ref={setPlace} />
      <Menu.Portal container={place}>
        <Menu.Positioner positionMethod="fixed" sideOffset={4} align="end" className="z-50">
          <Menu.Popup
            aria-label={label}
            className="min-w-44 rounded-lg border border-line bg-surface p-1 text-[0.8125rem] shadow-floating outline-none"
          >
            {items.map(({ id, name, checked, disabled }) => (
              <Menu.CheckboxItem
                key={id}
                checked={checked}
                disabled={disabled}
                closeOnClick={false}
                onCheckedChange={(next) => onToggle(id, next)}
                onKeyDown={(event) => {
                  const way = WAYS[event.key];
                  if (way) onSideways?.(id, way);
                }}
                className={ITEM}
              >
                <span className="inline-flex size-4 items-center justify-center">
                  <Menu.CheckboxItemIndicator>
                    <Check aria-hidden className="size-3.5" />
                  </Menu.CheckboxItemIndicator>
                </span>
                {name}
              </Menu.CheckboxItem>
            ))}
            {hint && <p className="px-2 pt-1.5 pb-1 text-muted text-xs max-sm:hidden">{hint}</p>}
            {children}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

const WAYS: Record<string, -1 | 1> = { ArrowLeft: -1, ArrowRight: 1 };

const ITEM =
  'flex cursor-default items-center gap-2 rounded px-2 py-1.5 outline-none select-none data-disabled:text-subtle data-highlighted:bg-sunken';

/** An item that does something. */
export const MenuAction = ({ onClick, children }: { onClick: () => void; children: ReactNode }) => (
  <Menu.Item onClick={onClick} className={`${ITEM} mt-1 border-line border-t pl-8`}>
    {children}
  </Menu.Item>
);
