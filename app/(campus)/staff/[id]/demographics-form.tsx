'use client';

import { useQuery } from '@tanstack/react-query';
import { adminCall } from '../../../../components/query/admin-call.ts';
import { Field } from '../../../../components/ui/field.tsx';
import { SelectField } from '../../../../components/ui/select-field.tsx';
import type { Person } from '../../../../lib/people/person.ts';
import { EditForm, textOf } from './edit-form.tsx';
import { optionsOf } from './options.ts';
import { choicesQuery } from './queries.ts';
import { PERSON_TEXTS } from './texts.ts';
import type { Editing } from './use-edit.ts';

const TEXTS = [
  ['workEmail', 'Work Email', 'email'],
  ['personalEmail', 'Personal Email', 'email'],
  ['workPhone', 'Work Phone', 'tel'],
  ['cellPhone', 'Cell', 'tel'],
  ['otherPhone', 'Other Phone', 'tel'],
] as const;

export default function DemographicsForm({ person, edit }: { person: Person; edit: Editing }) {
  const choices = useQuery(choicesQuery);
  const common = (name: string) => ({ name, error: edit.errorAt(`/${name}`), autoComplete: 'off' });
  return (
    <EditForm
      label="Demographics"
      edit={edit}
      onSave={(form) => {
        const text = (name: string) => textOf(form, name);
        const ssn = text('ssn');
        const clears = form.get('clearSsn') === 'on';
        return adminCall('PUT /staff/{id}/demographics', {
          params: { id: person.id },
          body: {
            rev: person.rev,
            staffNumber: text('staffNumber'),
            lastName: text('lastName') ?? '',
            firstName: text('firstName') ?? '',
            middleName: text('middleName'),
            gender: text('gender'),
            birthDate: text('birthDate'),
            workEmail: text('workEmail'),
            personalEmail: text('personalEmail'),
            workPhone: text('workPhone'),
            cellPhone: text('cellPhone'),
            otherPhone: text('otherPhone'),
            ...(ssn ? { ssn } : clears ? { ssn: null } : {}),
          },
        });
      }}
    >
      <div className="grid gap-x-5 gap-y-4 sm:grid-cols-2 xl:grid-cols-3">
        <Field
          label="Last Name"
          required
          autoFocus
          defaultValue={person.lastName ?? ''}
          {...common('lastName')}
        />
        <Field label="First Name" required defaultValue={person.firstName ?? ''} {...common('firstName')} />
        <Field label="Middle Name" defaultValue={person.middleName ?? ''} {...common('middleName')} />
        <Field
          label="Local Staff Number"
          defaultValue={person.staffNumber?.trim() ?? ''}
          maxLength={15}
          help="1 to 15 letters, digits, “-”, “_” or “.”. It must be unique."
          {...common('staffNumber')}
        />
        <SelectField
          // A new key renders the select again when the choices have loaded.
          key={choices.data ? 'choices' : 'waiting'}
          label="Gender"
          empty="Not stated"
          defaultValue={person.gender ?? ''}
          options={optionsOf(choices.data?.genders, person.gender)}
          {...common('gender')}
        />
        <Field
          label="Birth Date"
          type="date"
          defaultValue={person.birthDate ?? ''}
          {...common('birthDate')}
        />
        <div>
          <Field
            label="Social Security Number"
            inputMode="numeric"
            placeholder={person.ssnLast4 ? `•••-••-${person.ssnLast4}` : undefined}
            help={PERSON_TEXTS.keepSsn(person.ssnLast4 !== null)}
            {...common('ssn')}
          />
          {person.ssnLast4 && (
            <label className="mt-1.5 flex items-center gap-2 text-xs">
              <input type="checkbox" name="clearSsn" className="size-4 accent-accent" />
              Remove the number
            </label>
          )}
        </div>
        {TEXTS.map(([name, label, type]) => (
          <Field key={name} label={label} type={type} defaultValue={person[name] ?? ''} {...common(name)} />
        ))}
      </div>
    </EditForm>
  );
}
