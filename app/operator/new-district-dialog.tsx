'use client';

import { type FormEvent, useId } from 'react';
import { LinkDialog } from '../../components/link-dialog.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Dialog } from '../../components/ui/dialog.tsx';
import { Field } from '../../components/ui/field.tsx';
import { FormProblem } from '../../components/ui/form-problem.tsx';
import { SelectField } from '../../components/ui/select-field.tsx';
import { invitationLink } from '../../lib/auth/invitation-link.ts';
import { operatorCall } from './operator-call.ts';
import { OPERATOR_PAGE_TEXTS as TEXTS } from './texts.ts';
import { useOperatorCall } from './use-operator-call.ts';

const ZONES = Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone }));
const FIELDS = ['name', 'appName', 'timeZone', 'adminUsername', 'adminName'] as const;
type Asked = Record<(typeof FIELDS)[number], string>;

/** Makes a district, then shows the link of its first admin, once. */
export function NewDistrictDialog({ onClose }: { onClose: () => void }) {
  const form = useId();
  const { call, link, errorAt } = useOperatorCall(
    (body: Asked) => operatorCall('POST /districts', { body }),
    ({ appName }) => TEXTS.made(appName),
  );
  if (link)
    return (
      <LinkDialog
        title={`Link for ${link.username} of ${link.appName}`}
        description={TEXTS.passOn()}
        link={invitationLink(location.origin, link.token)}
        help={TEXTS.once()}
        expiresAt={link.expiresAt}
        onClose={onClose}
      />
    );
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (call.isPending) return;
    const data = new FormData(event.currentTarget);
    call.mutate(Object.fromEntries(FIELDS.map((field) => [field, String(data.get(field) ?? '')])) as Asked);
  };
  const field = (name: (typeof FIELDS)[number]) => ({
    name,
    required: true,
    autoComplete: 'off',
    error: errorAt(name),
    help: TEXTS[name](),
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title="New district"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={form} kind="primary" busy={call.isPending}>
            Make district
          </Button>
        </>
      }
    >
      <form id={form} noValidate onSubmit={save} className="mt-3 flex flex-col gap-4">
        <FormProblem error={call.error} fields={FIELDS} />
        <Field label="Name" maxLength={100} {...field('name')} />
        <Field
          label="appName"
          maxLength={63}
          autoCapitalize="none"
          spellCheck={false}
          {...field('appName')}
        />
        <SelectField
          label="Time zone"
          options={ZONES}
          defaultValue="America/Chicago"
          {...field('timeZone')}
        />
        <Field
          label="Username of the first admin"
          maxLength={100}
          defaultValue="admin"
          autoCapitalize="none"
          spellCheck={false}
          {...field('adminUsername')}
        />
        <Field label="Name of the first admin" maxLength={50} {...field('adminName')} />
      </form>
    </Dialog>
  );
}
