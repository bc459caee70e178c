'use client';

import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { adminCall } from '../../../../components/query/admin-call.ts';
import { Button } from '../../../../components/ui/button.tsx';
import { Callout } from '../../../../components/ui/callout.tsx';
import { Choice } from '../../../../components/ui/choice.tsx';
import { Dialog } from '../../../../components/ui/dialog.tsx';
import { Field } from '../../../../components/ui/field.tsx';
import { SelectField } from '../../../../components/ui/select-field.tsx';
import type { Feed } from '../../../../lib/feeds/schema.ts';
import { FoundFile } from './found-file.tsx';
import { feedMappingsQuery } from './queries.ts';
import { ScheduleFields } from './schedule-fields.tsx';
import { SourceFields } from './source-fields.tsx';
import { FEED_TEXTS, POLICY_NAMES, POLICY_TEXTS } from './texts.ts';
import { editOf, movedServer, secretOf, sourceOf, type Typed, typedOf } from './typed.ts';
import { useFeedCall } from './use-feed-call.ts';

/** Creates or edits a feed. */
export function FeedForm({
  feed,
  folder,
  onClose,
}: {
  /** Undefined for a new one. */
  feed: Feed | undefined;
  folder: string | null;
  onClose: () => void;
}) {
  const form = useId();
  const [typed, setTyped] = useState(() => typedOf(feed));
  const mappings = useQuery(feedMappingsQuery).data?.mappings ?? [];
  const change = (part: Partial<Typed>) => setTyped((before) => movedServer(before, { ...before, ...part }));
  const test = useMutation({
    mutationFn: () =>
      adminCall('POST /feeds/test', {
        body: {
          ...(feed && { id: feed.id }),
          source: sourceOf(typed),
          hostKey: typed.hostKey,
          ...secretOf(typed),
        },
      }),
  });
  const save = useFeedCall(async (body: ReturnType<typeof editOf>) => {
    if (feed) await adminCall('PUT /feeds/{id}', { params: { id: feed.id }, body });
    else await adminCall('POST /feeds', { body });
    onClose();
  }, FEED_TEXTS.saved);
  const errors = [...(save.error?.errors ?? []), ...(test.error?.errors ?? [])];
  const errorAt = (name: string) =>
    errors.find(({ pointer }) => pointer === `/${name}` || pointer === `/source/${name}`)?.message;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!save.isPending) save.mutate(editOf(typed));
  };
  const refused = save.error ?? test.error;
  const fields = { typed, change, errorAt };
  return (
    <Dialog
      open
      onClose={onClose}
      title={feed ? 'Edit feed' : 'New feed'}
      className="max-w-2xl"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button busy={test.isPending} onClick={() => test.mutate()}>
            Test connection
          </Button>
          <Button type="submit" form={form} kind="primary" busy={save.isPending}>
            Save
          </Button>
        </>
      }
    >
      <form id={form} noValidate onSubmit={onSubmit} className="mt-3 flex flex-col gap-4">
        <Field
          label="Name"
          maxLength={100}
          autoComplete="off"
          value={typed.name}
          error={errorAt('name')}
          onChange={({ target }) => change({ name: target.value })}
        />
        <SourceFields {...fields} folder={folder} hasSecret={feed?.hasSecret ?? false} />
        {test.data && (
          <FoundFile
            found={test.data}
            hostKey={typed.hostKey}
            onAccept={(hostKey) => {
              change({ hostKey });
              test.reset();
            }}
          />
        )}
        <SelectField
          label="Mapping"
          empty={FEED_TEXTS.columnsByApi()}
          help={FEED_TEXTS.mapping()}
          error={errorAt('mapping')}
          value={typed.mapping}
          options={mappings.map(({ name }) => ({ value: name, label: name }))}
          onChange={({ target }) => change({ mapping: target.value })}
        />
        <ScheduleFields {...fields} />
        <SelectField
          label="Afterwards"
          help={POLICY_TEXTS[typed.policy]}
          value={typed.policy}
          options={Object.entries(POLICY_NAMES).map(([value, label]) => ({ value, label }))}
          onChange={({ target }) => change({ policy: target.value as Typed['policy'] })}
        />
        <Choice
          type="checkbox"
          label="Set aside rows that can’t be transferred"
          help={FEED_TEXTS.setsAside()}
          checked={typed.setsAside}
          onChange={({ target }) => change({ setsAside: target.checked })}
        />
        {refused && (
          <Callout tone="bad" role="alert" title={refused.message}>
            {errors.map(({ pointer, message }) => (
              <p key={pointer}>{message}</p>
            ))}
          </Callout>
        )}
      </form>
    </Dialog>
  );
}
