'use client';

import { Command } from 'cmdk';
import { CornerDownLeft } from 'lucide-react';

/** A choice of the palette. */
export const PaletteItem = ({
  id,
  name,
  note,
  onSelect,
}: {
  id: string;
  name: string;
  note?: string;
  onSelect: () => void;
}) => (
  <Command.Item
    value={id}
    onSelect={onSelect}
    className="group flex min-h-9 cursor-pointer items-center gap-3 rounded-md px-2.5 py-1.5 data-[selected=true]:bg-accent-soft data-[selected=true]:text-accent-ink"
  >
    <bdi className="max-w-[80%] shrink-0 truncate font-medium">{name}</bdi>
    {note && <bdi className="min-w-0 truncate text-muted text-xs">{note}</bdi>}
    <CornerDownLeft
      aria-hidden
      className="ml-auto size-3.5 shrink-0 opacity-0 group-data-[selected=true]:opacity-100"
    />
  </Command.Item>
);
