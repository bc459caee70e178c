'use client';

import type { ReactNode } from 'react';
import { CheckboxMenu, MenuAction } from '../ui/checkbox-menu.tsx';

const STEP = 16;

export default function ColumnsMenu({
  icon,
  items,
  onToggle,
  onResize,
  onReset,
}: {
  icon: ReactNode;
  items: readonly { id: string; name: string; checked: boolean; disabled: boolean }[];
  onToggle: (id: string, checked: boolean) => void;
  onResize: (id: string, change: number) => void;
  onReset?: () => void;
}) {
  return (
    <CheckboxMenu
      label="Columns"
      icon={icon}
      items={items}
      onToggle={onToggle}
      onSideways={(id, way) => onResize(id, way * STEP)}
      hint="← → set a column’s width"
    >
      {onReset && <MenuAction onClick={onReset}>Reset columns</MenuAction>}
    </CheckboxMenu>
  );
}
