'use client';

import { useQuery } from '@tanstack/react-query';
import { Field } from '../../../../components/ui/field.tsx';
import { SelectField } from '../../../../components/ui/select-field.tsx';
import { actionsQuery } from './queries.ts';
import type { AuditState } from './state.ts';

/** By action and by day. */
export function Filters({
  state,
  onChange,
}: {
  state: AuditState;
  onChange: (next: Partial<AuditState>) => void;
}) {
  const { data } = useQuery(actionsQuery());
  const options = (data?.data ?? [])
    .map(({ action, name }) => ({ value: action, label: name }))
    .sort((a, b) => a.label.localeCompare(b.label));
  return (
    <div className="grid w-full grid-cols-2 items-end gap-3 sm:flex sm:w-auto">
      <SelectField
        label="Action"
        className="max-sm:col-span-2"
        empty="All"
        options={options}
        value={state.action ?? ''}
        onChange={(event) => onChange({ action: event.target.value || null })}
      />
      <Field
        label="From"
        type="date"
        value={state.from ?? ''}
        max={state.to ?? undefined}
        onChange={(event) => onChange({ from: event.target.value || null })}
      />
      <Field
        label="To"
        type="date"
        value={state.to ?? ''}
        min={state.from ?? undefined}
        onChange={(event) => onChange({ to: event.target.value || null })}
      />
    </div>
  );
}
