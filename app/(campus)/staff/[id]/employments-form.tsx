'use client';

import { adminCall } from '../../../../components/query/admin-call.ts';
import { Field } from '../../../../components/ui/field.tsx';
import type { Person } from '../../../../lib/people/person.ts';
import { EditForm, textOf } from './edit-form.tsx';
import { RowEditor, useRows } from './row-editor.tsx';
import { PERSON_TEXTS } from './texts.ts';
import type { Editing } from './use-edit.ts';

export default function EmploymentsForm({ person, edit }: { person: Person; edit: Editing }) {
  const { rows, add, remove } = useRows(person.employments);
  return (
    <EditForm
      label="District Employment"
      edit={edit}
      onSave={(form) =>
        adminCall('PUT /staff/{id}/employments', {
          params: { id: person.id },
          body: {
            rev: person.rev,
            employments: rows.map(({ key, row }) => ({
              id: row?.id ?? null,
              hireDate: textOf(form, `${key}-hireDate`) ?? '',
              terminationDate: textOf(form, `${key}-terminationDate`),
            })),
          },
        })
      }
    >
      <RowEditor noun="employment" rows={rows} onAdd={add} onRemove={remove}>
        {({ key, row }, i) => (
          <div className="grid gap-3 sm:grid-cols-2">
            <Field
              label="Hire Date"
              type="date"
              required
              name={`${key}-hireDate`}
              defaultValue={row?.hireDate ?? ''}
              error={edit.errorAt(`/employments/${i}/hireDate`)}
            />
            <Field
              label="Termination Date"
              type="date"
              name={`${key}-terminationDate`}
              defaultValue={row?.terminationDate ?? ''}
              help={PERSON_TEXTS.employmentEnd()}
              error={edit.errorAt(`/employments/${i}/terminationDate`)}
            />
          </div>
        )}
      </RowEditor>
    </EditForm>
  );
}
