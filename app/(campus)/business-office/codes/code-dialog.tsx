'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { VALUE_KIND_NAME } from '../../../../components/codes/kind-names.ts';
import { adminCall } from '../../../../components/query/admin-call.ts';
import { Button } from '../../../../components/ui/button.tsx';
import { Choice } from '../../../../components/ui/choice.tsx';
import { Dialog } from '../../../../components/ui/dialog.tsx';
import { Field } from '../../../../components/ui/field.tsx';
import { FormProblem } from '../../../../components/ui/form-problem.tsx';
import { toast } from '../../../../components/ui/toast.ts';
import { CODE_CHARS, type CodeInput, type UsedCode } from '../../../../lib/code-list/schema.ts';
import { CODE_LIST_TEXTS } from '../../../../lib/code-list/texts.ts';
import type { CodesState } from './state.ts';
import { CODE_TEXTS } from './texts.ts';

/** Adds a code, or changes what one means. One in use is not removed but made inactive. */
export function CodeDialog({
  kind,
  code: shown,
  open,
  onClose,
}: {
  kind: CodesState['kind'];
  /** The code that is edited; null for a new one. */
  code: UsedCode | null;
  open: boolean;
  onClose: () => void;
}) {
  const client = useQueryClient();
  const form = useId();
  const [blank, setBlank] = useState<readonly string[]>([]);
  const name = VALUE_KIND_NAME[kind];
  const isSchool = kind === 'schools';
  const changed = (said: string) => {
    for (const queryKey of [['codes'], ['value-mappings']]) client.invalidateQueries({ queryKey });
    toast('success', said);
    close();
  };
  const save = useMutation({
    mutationFn: (body: CodeInput) => adminCall(shown ? 'PUT /codes' : 'POST /codes', { body }),
    onSuccess: (_, { code }) => changed(CODE_TEXTS.saved(name, code)),
  });
  const remove = useMutation({
    mutationFn: (code: string) => adminCall('POST /codes/remove', { body: { kind, code } }),
    onSuccess: (_, code) => changed(CODE_TEXTS.removed(name, code)),
  });
  const close = () => {
    save.reset();
    remove.reset();
    setBlank([]);
    onClose();
  };
  const problem = save.error ?? remove.error;
  const errorAt = (field: string) =>
    blank.includes(field)
      ? CODE_LIST_TEXTS[field === 'code' ? 'codeNeeded' : 'nameNeeded']()
      : save.error?.errors.find(({ pointer }) => pointer === `/${field}`)?.message;
  const isUsed = shown !== null && (shown.uses > 0 || shown.aliases.length > 0);
  return (
    <Dialog
      open={open}
      onClose={close}
      title={shown ? CODE_TEXTS.editTitle(name, shown.code) : CODE_TEXTS.addTitle(name)}
      description={shown ? CODE_TEXTS.editLead() : CODE_TEXTS.addLead(kind)}
      footer={
        <>
          {shown && !isUsed && (
            <Button
              kind="danger"
              className="mr-auto"
              busy={remove.isPending}
              onClick={() => remove.mutate(shown.code)}
            >
              Remove
            </Button>
          )}
          <Button onClick={close}>Cancel</Button>
          <Button type="submit" form={form} kind="primary" busy={save.isPending}>
            {shown ? 'Save' : 'Add'}
          </Button>
        </>
      }
    >
      <form
        id={form}
        noValidate
        className="mt-4 flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          const typed = typedIn(new FormData(event.currentTarget), { kind, code: shown?.code });
          const missing = (['code', 'name'] as const).filter((field) => typed[field] === '');
          setBlank(missing);
          if (missing.length === 0 && !save.isPending) save.mutate(typed);
        }}
      >
        <FormProblem error={problem} fields={['code', 'name', 'type']} />
        {!shown && (
          <Field
            label={isSchool ? 'School Number' : 'Code'}
            name="code"
            required
            maxLength={CODE_CHARS.code}
            autoComplete="off"
            help={CODE_TEXTS.codeHelp()}
            error={errorAt('code')}
          />
        )}
        <Field
          label={isSchool ? 'Name' : 'Description'}
          name="name"
          required
          maxLength={CODE_CHARS.name}
          autoComplete="off"
          defaultValue={shown?.description}
          error={errorAt('name')}
        />
        {isSchool && (
          <Field
            label="Type"
            name="type"
            maxLength={CODE_CHARS.type}
            autoComplete="off"
            defaultValue={shown?.type ?? ''}
            help={CODE_TEXTS.typeHelp()}
            error={errorAt('type')}
          />
        )}
        <Choice
          type="checkbox"
          name="active"
          label="Active"
          defaultChecked={shown?.active ?? true}
          help={CODE_TEXTS.activeHelp()}
        />
        {isUsed && <p className="text-muted text-xs">{CODE_TEXTS.whyNotRemoved(kind, shown)}</p>}
      </form>
    </Dialog>
  );
}

function typedIn(data: FormData, { kind, code }: { kind: CodesState['kind']; code: string | undefined }) {
  const text = (name: string) => String(data.get(name) ?? '').trim();
  return {
    kind,
    code: code ?? text('code'),
    name: text('name'),
    type: text('type') || null,
    active: data.get('active') !== null,
  };
}
