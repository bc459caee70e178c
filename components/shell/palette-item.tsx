'use client';

import { Command } from 'cmdk';
import { CornerDownLeft } from 'lucide-react';

/** A choice of the palette: listed if its name or note contains the typed text, or if the server `found` it. */
export const PaletteItem = ({
  id,
  found,
  name,
  note,
  onSelect,
}: {
  /** Needed if names are not unique. */
  id?: string;
  found?: boolean;
  name: string;
  note?: string;
  onSelect: () => void;
}) => (
  <Command.Item
    value={id ?? name}
    forceMount={found}
    keywords={note ? [note] : undefined}
    onSelect={onSelect}
    className="group flex min-h-9 cursor-pointer items-center gap-3 rounded-md px-2.5 py-1.5 data-[selected=true]:bg-accent-soft data-[selected=true]:text-accent-ink"
  >
    <bdi className="max-w-[60%] truncate font-medium">{name}</bdi>
    {note && <bdi className="truncate text-muted text-xs">{note}</bdi>}
    <CornerDownLeft
      aria-hidden
      className="ml-auto size-3.5 shrink-0 opacity-0 group-data-[selected=true]:opacity-100"
    />
  </Command.Item>
);
