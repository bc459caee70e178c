'use client';

import type { ReactNode } from 'react';
import { CheckboxMenu, MenuAction } from '../ui/checkbox-menu.tsx';

export default function ColumnsMenu({
  icon,
  items,
  onToggle,
  onReset,
}: {
  icon: ReactNode;
  items: readonly { id: string; name: string; checked: boolean; disabled: boolean }[];
  onToggle: (id: string, checked: boolean) => void;
  onReset?: () => void;
}) {
  return (
    <CheckboxMenu label="Columns" icon={icon} items={items} onToggle={onToggle}>
      {onReset && <MenuAction onClick={onReset}>As they come</MenuAction>}
    </CheckboxMenu>
  );
}
