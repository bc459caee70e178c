'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { adminCall } from '../../../../components/query/admin-call.ts';
import { Button } from '../../../../components/ui/button.tsx';
import { Callout } from '../../../../components/ui/callout.tsx';
import { Dialog } from '../../../../components/ui/dialog.tsx';
import { Field, inputStyle, Labelled } from '../../../../components/ui/field.tsx';
import { toast } from '../../../../components/ui/toast.ts';
import { isUnusable } from '../../../../lib/people/number-list/outcomes.ts';
import type { ListLine } from '../../../../lib/people/number-list/schema.ts';
import { ListPreview } from './list-preview.tsx';
import { LIST_TEXTS } from './texts.ts';

/**
 * Many numbers at once: paste, see what each line does, change. What was changed leaves the list, what can't be used stays
 * for correction.
 */
export default function ListDialog({
  open,
  text,
  onText,
  onClose,
}: {
  open: boolean;
  text: string;
  onText: (text: string) => void;
  onClose: () => void;
}) {
  const client = useQueryClient();
  const form = useId();
  const [reason, setReason] = useState(LIST_TEXTS.reason());
  const [isEmpty, setEmpty] = useState(false);
  const check = useMutation({
    mutationFn: (pasted: string) =>
      adminCall('POST /check-campus-data/numbers/preview', { body: { text: pasted } }),
  });
  const lines = check.data?.lines;
  const changing = lines?.filter(({ outcome }) => outcome === 'change') ?? [];
  const change = useMutation({
    mutationFn: () =>
      adminCall('POST /check-campus-data/numbers', { body: { changes: changesOf(changing), reason } }),
    onSuccess({ changed, refused }) {
      for (const queryKey of [['check-campus-data'], ['staff'], ['home']])
        client.invalidateQueries({ queryKey });
      if (changed > 0) toast('success', LIST_TEXTS.changed(changed));
      if (refused.length > 0) toast('error', LIST_TEXTS.refused(refused.length));
      const kept = new Set(refused.map(({ personId }) => personId));
      const left = lines?.filter(
        ({ outcome, person }) => isUnusable(outcome) || (outcome === 'change' && kept.has(person?.id ?? '')),
      );
      const rest = (left ?? []).map((line) => line.text).join('\n');
      onText(rest);
      if (rest) check.mutate(rest);
      else {
        check.reset();
        onClose();
      }
    },
  });
  const edit = (pasted: string) => {
    onText(pasted);
    setEmpty(false);
    check.reset();
    change.reset();
  };
  const isBlank = text.trim() === '';
  const problem = check.error ?? change.error;
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Paste a list"
      description={LIST_TEXTS.lead()}
      className="max-w-3xl!"
      footer={
        <>
          <Button onClick={onClose}>Close</Button>
          <Button
            type="submit"
            form={form}
            kind={changing.length > 0 ? 'secondary' : 'primary'}
            busy={check.isPending}
          >
            Check list
          </Button>
          {changing.length > 0 && (
            <Button
              kind="primary"
              busy={change.isPending}
              disabled={reason.trim() === ''}
              onClick={() => change.mutate()}
            >
              {LIST_TEXTS.button(changing.length)}
            </Button>
          )}
        </>
      }
    >
      <form
        id={form}
        noValidate
        className="mt-4 flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          setEmpty(isBlank);
          if (!isBlank && !check.isPending) check.mutate(text);
        }}
      >
        <Labelled label="List" help={LIST_TEXTS.help()} error={isEmpty ? LIST_TEXTS.listNeeded() : undefined}>
          {(tied) => (
            <textarea
              {...tied}
              rows={lines ? 4 : 8}
              wrap="off"
              spellCheck={false}
              autoComplete="off"
              value={text}
              onChange={(event) => edit(event.target.value)}
              className={`${inputStyle} h-auto py-2 font-mono text-xs leading-5`}
            />
          )}
        </Labelled>
        {problem && (
          <Callout tone="bad" role="alert">
            {problem.message}
          </Callout>
        )}
        {lines && <ListPreview lines={lines} />}
        {changing.length > 0 && (
          <Field
            label="Reason"
            required
            maxLength={500}
            autoComplete="off"
            value={reason}
            help={LIST_TEXTS.reasonHelp()}
            error={reason.trim() === '' ? LIST_TEXTS.reasonNeeded() : undefined}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </form>
    </Dialog>
  );
}

const changesOf = (lines: readonly ListLine[]) =>
  lines.flatMap(({ person, staffNumber }) =>
    person && staffNumber ? [{ personId: person.id, was: person.staffNumber, staffNumber }] : [],
  );
