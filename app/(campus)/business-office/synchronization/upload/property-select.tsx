'use client';

import { classNames } from '../../../../../components/ui/class-names.ts';
import { inputStyle } from '../../../../../components/ui/field.tsx';
import type { FileLook } from '../../../../../lib/sync/upload/schema.ts';

/** `positions.2.endDate` is in the group `positions.2`; a person's own properties are in *Person*. */
const groupOf = (name: string): string => name.slice(0, Math.max(0, name.lastIndexOf('.'))) || 'Person';

/** One of the API's properties, or none. */
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
    {[...Map.groupBy(properties, ({ name }) => groupOf(name))].map(([group, members]) => (
      <optgroup key={group} label={group}>
        {members.map(({ name }) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </optgroup>
    ))}
  </select>
);
