'use client';

import { useQuery } from '@tanstack/react-query';
import { adminCall } from '../../../../components/query/admin-call.ts';
import { QueryError } from '../../../../components/query/query-error.tsx';
import { Field } from '../../../../components/ui/field.tsx';
import { SelectField } from '../../../../components/ui/select-field.tsx';
import { Skeleton } from '../../../../components/ui/skeleton.tsx';
import type { Person } from '../../../../lib/people/person.ts';
import { EditForm, textOf } from './edit-form.tsx';
import { optionsOf } from './options.ts';
import { choicesQuery } from './queries.ts';
import { RowEditor, useRows } from './row-editor.tsx';
import { PERSON_TEXTS } from './texts.ts';
import type { Editing } from './use-edit.ts';

const CODES = [
  ['schoolNumber', 'School', 'schools', 'Choose a school'],
  ['titleCode', 'Title', 'titles', 'None'],
  ['assignmentCode', 'Assignment Code', 'assignmentCodes', 'None'],
] as const;

export default function PositionsForm({ person, edit }: { person: Person; edit: Editing }) {
  const choices = useQuery(choicesQuery);
  const { rows, add, remove } = useRows(person.positions);
  if (choices.isError && !choices.data) return <QueryError query={choices} />;
  if (!choices.data) return <Skeleton className="m-5 h-40" />;
  const offered = choices.data;
  return (
    <EditForm
      label="District Assignments"
      edit={edit}
      onSave={(form) =>
        adminCall('PUT /staff/{id}/positions', {
          params: { id: person.id },
          body: {
            rev: person.rev,
            positions: rows.map(({ key, row }) => ({
              id: row?.id ?? null,
              schoolNumber: textOf(form, `${key}-schoolNumber`) ?? '',
              titleCode: textOf(form, `${key}-titleCode`),
              assignmentCode: textOf(form, `${key}-assignmentCode`),
              startDate: textOf(form, `${key}-startDate`) ?? '',
              endDate: textOf(form, `${key}-endDate`),
            })),
          },
        })
      }
    >
      <RowEditor
        noun="assignment"
        rows={rows}
        onAdd={add}
        onRemove={remove}
        kept={({ links }) => (links.length > 0 ? PERSON_TEXTS.linked(links) : undefined)}
      >
        {({ key, row }, i) => (
          <div className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
            {CODES.map(([name, label, list, empty]) => (
              <SelectField
                key={name}
                label={label}
                empty={empty}
                name={`${key}-${name}`}
                defaultValue={row?.[name] ?? ''}
                options={optionsOf(offered[list], row?.[name] ?? null)}
                error={edit.errorAt(`/positions/${i}/${name}`)}
              />
            ))}
            <Field
              label="Start Date"
              type="date"
              required
              name={`${key}-startDate`}
              defaultValue={row?.startDate ?? ''}
              error={edit.errorAt(`/positions/${i}/startDate`)}
            />
            <Field
              label="End Date"
              type="date"
              name={`${key}-endDate`}
              defaultValue={row?.endDate ?? ''}
              help={PERSON_TEXTS.assignmentEnd()}
              error={edit.errorAt(`/positions/${i}/endDate`)}
            />
          </div>
        )}
      </RowEditor>
    </EditForm>
  );
}
