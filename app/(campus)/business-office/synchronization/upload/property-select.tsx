'use client';

import { classNames } from '../../../../../components/ui/class-names.ts';
import { inputStyle } from '../../../../../components/ui/field.tsx';
import { groupOfProperty, labelOfProperty } from '../../../../../lib/sync/upload/labels.ts';
import type { FileLook } from '../../../../../lib/sync/upload/schema.ts';

/** A choice among the record's properties by their labels, or none. */
export const PropertySelect = ({
  label,
  properties,
  value,
  onChange,
}: {
  label: string;
  properties: FileLook['properties'];
  value: string | null;
  onChange: (property: string | null) => void;
}) => (
  <select
    aria-label={label}
    value={value ?? ''}
    onChange={(event) => onChange(event.target.value || null)}
    className={classNames(inputStyle, 'appearance-auto px-2', value === null && 'text-muted')}
  >
    <option value="">Not used</option>
    {[...Map.groupBy(properties, ({ name }) => groupOfProperty(name))].map(([group, members]) => (
      <optgroup key={group} label={group}>
        {members.map(({ name }) => (
          <option key={name} value={name}>
            {labelOfProperty(name)}
          </option>
        ))}
      </optgroup>
    ))}
  </select>
);
