'use client';

import { type FormEvent, useState } from 'react';
import { codeLabel } from '../../../../components/codes/code-label.ts';
import { VALUE_KIND_NAME } from '../../../../components/codes/kind-names.ts';
import { adminCall } from '../../../../components/query/admin-call.ts';
import { Button } from '../../../../components/ui/button.tsx';
import { Field } from '../../../../components/ui/field.tsx';
import { SelectField } from '../../../../components/ui/select-field.tsx';
import { VALUE_KINDS, type ValueKind } from '../../../../lib/record/csv/meaning.ts';
import { VALUE_MAPPING_TEXTS } from '../../../../lib/value-mapping/texts.ts';
import { IGNORE } from './code-select.tsx';
import type { Mappings } from './queries.ts';
import { MAPPING_TEXTS } from './texts.ts';
import { useMappingCall } from './use-mapping-call.ts';

const KINDS = VALUE_KINDS.map((value) => ({ value, label: VALUE_KIND_NAME[value] }));

/** Maps a value before HR sends it. */
export function AddMapping({ of: { clients, files, choices } }: { of: Mappings }) {
  const sources = [
    ...clients.map(({ id, name, disabled }) => ({
      value: `client:${id}`,
      label: disabled ? `${name} (disabled)` : name,
    })),
    ...files.map(({ name }) => ({ value: `file:${name}`, label: `Files: ${name}` })),
  ];
  const [source, setSource] = useState(sources[0]?.value ?? '');
  const file = source.startsWith('file:') ? source.slice('file:'.length) : null;
  const [kind, setKind] = useState<ValueKind>('schools');
  const [value, setValue] = useState('');
  const [code, setCode] = useState('');
  const [faults, setFaults] = useState<{ value?: string | undefined; code?: string | undefined }>({});
  const save = useMappingCall(
    (mapped: { kind: ValueKind; value: string; code: string }): Promise<unknown> =>
      file === null
        ? adminCall('PUT /value-mappings', { body: { ...mapped, clientId: source.slice('client:'.length) } })
        : adminCall('PUT /sync/upload/mappings/{name}/values', {
            params: { name: file },
            body: { ...mapped, code: mapped.code === IGNORE ? null : mapped.code },
          }),
    (saved) =>
      file === null
        ? MAPPING_TEXTS.saved(saved.value, saved.code)
        : MAPPING_TEXTS.fileSaved(saved.value, saved.code === IGNORE ? null : saved.code, file),
    (errors) =>
      setFaults({
        value: errors.find(({ pointer }) => pointer === '/value')?.message,
        code: errors.find(({ pointer }) => pointer === '/code')?.message,
      }),
  );
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (save.isPending) return;
    const found = {
      ...(value.trim() === '' && { value: VALUE_MAPPING_TEXTS.valueNeeded() }),
      ...(code === '' && { code: MAPPING_TEXTS.codeNeeded() }),
    };
    setFaults(found);
    if (Object.keys(found).length > 0) return;
    save.mutate(
      { kind, value: value.trim(), code },
      {
        onSuccess: () => {
          setValue('');
          setCode('');
        },
      },
    );
  };
  return (
    <form
      noValidate
      aria-label="Add a mapping"
      onSubmit={onSubmit}
      className="grid items-start gap-3 border-line border-t px-4 py-4 sm:grid-cols-2 sm:px-5 lg:grid-cols-[1fr_1fr_1.2fr_1.5fr_auto]"
    >
      <SelectField
        label="HR system or file"
        options={sources}
        value={source}
        onChange={(event) => {
          setSource(event.target.value);
          setCode('');
        }}
      />
      <SelectField
        label="Kind"
        options={KINDS}
        value={kind}
        onChange={(event) => {
          setKind(event.target.value as ValueKind);
          setCode('');
        }}
      />
      <Field
        label="Value of HR"
        help={MAPPING_TEXTS.value()}
        autoComplete="off"
        maxLength={100}
        value={value}
        error={faults.value}
        onChange={(event) => setValue(event.target.value)}
      />
      <SelectField
        label="Value of Campus"
        empty="Choose …"
        options={[
          ...(file === null ? [] : [{ value: IGNORE, label: 'Ignore these rows' }]),
          ...choices[kind].map((choice) => ({ value: choice.code, label: codeLabel(choice) })),
        ]}
        value={code}
        error={faults.code}
        onChange={(event) => setCode(event.target.value)}
      />
      <Button type="submit" className="lg:mt-7" busy={save.isPending}>
        Add mapping
      </Button>
    </form>
  );
}
