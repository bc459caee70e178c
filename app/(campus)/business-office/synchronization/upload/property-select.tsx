'use client';

import { classNames } from '../../../../../components/ui/class-names.ts';
import { inputStyle } from '../../../../../components/ui/field.tsx';
import { groupOfProperty, labelOfProperty } from '../../../../../lib/sync/upload/labels.ts';
import { isNeeded } from './columns-of.ts';
import type { DraftLook } from './draft.ts';

const WHOLE_NAMES = ['fullName.lastFirst', 'fullName.firstLast'];

/** A choice among what a column can be, by labels in groups, or none. What every person needs is marked. */
export function PropertySelect({
  label,
  properties,
  needed,
  value,
  onChange,
}: {
  label: string;
  properties: DraftLook['properties'];
  needed: DraftLook['needed'];
  value: string | null;
  onChange: (property: string | null) => void;
}) {
  const names = [...WHOLE_NAMES, ...properties.map(({ name }) => name)];
  return (
    <select
      aria-label={label}
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value || null)}
      className={classNames(inputStyle, 'appearance-auto px-2', value === null && 'text-muted')}
    >
      <option value="">Not used</option>
      {[...Map.groupBy(new Set(names), groupOfProperty)].map(([group, members]) => (
        <optgroup key={group} label={group}>
          {members.map((name) => (
            <option key={name} value={name}>
              {labelOfProperty(name)}
              {isNeeded(name, needed) && ' (required)'}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}
