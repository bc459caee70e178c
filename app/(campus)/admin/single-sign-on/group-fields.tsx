'use client';

import { Plus } from 'lucide-react';
import { Button } from '../../../../components/ui/button.tsx';
import { Choice } from '../../../../components/ui/choice.tsx';
import { Field } from '../../../../components/ui/field.tsx';
import { TOOL_RIGHTS, type ToolRight } from '../../../../lib/access/rights.ts';
import { SIGN_ON_TEXTS } from './texts.ts';
import type { Group } from './typed.ts';

/** The groups of the provider, each with its tool rights. */
export function GroupFields({
  groups,
  onChange,
  errorAt,
}: {
  groups: Group[];
  onChange: (groups: Group[]) => void;
  errorAt: (name: string) => string | undefined;
}) {
  const replace = (at: number, group: Group) => onChange(groups.map((one, i) => (i === at ? group : one)));
  return (
    <fieldset>
      <legend className="font-medium">Groups and their tool rights</legend>
      <p className="mt-1 mb-3 text-muted text-xs">
        {groups.length === 0 ? SIGN_ON_TEXTS.noGroups() : SIGN_ON_TEXTS.groups()}
      </p>
      <div className="flex flex-col gap-3">
        {groups.map((group, at) => (
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: a group has nothing else of its own while it is typed.
            key={at}
            className="rounded-md border border-line p-3"
          >
            <Field
              label={`Group ${at + 1}`}
              autoComplete="off"
              spellCheck={false}
              error={errorAt(`groups/${at}/group`)}
              value={group.group}
              onChange={({ target }) => replace(at, { ...group, group: target.value })}
            />
            {/* biome-ignore lint/a11y/useSemanticElements: a fieldset in a fieldset would read its legend again and again. */}
            <div
              role="group"
              aria-label={`Tool rights of group ${at + 1}`}
              className="mt-2 grid gap-x-4 sm:grid-cols-2"
            >
              {TOOL_RIGHTS.map((right) => (
                <Choice
                  key={right}
                  type="checkbox"
                  label={right}
                  checked={group.rights.includes(right)}
                  onChange={({ target }) =>
                    replace(at, { ...group, rights: toggled(group.rights, right, target.checked) })
                  }
                />
              ))}
            </div>
            <Button size="small" className="mt-2" onClick={() => onChange(groups.filter((_, i) => i !== at))}>
              Remove<span className="sr-only"> group {at + 1}</span>
            </Button>
          </div>
        ))}
      </div>
      <Button size="small" className="mt-3" onClick={() => onChange([...groups, { group: '', rights: [] }])}>
        <Plus aria-hidden className="size-4" />
        Add group
      </Button>
    </fieldset>
  );
}

const toggled = (rights: readonly ToolRight[], right: ToolRight, on: boolean): ToolRight[] =>
  TOOL_RIGHTS.filter((one) => (one === right ? on : rights.includes(one)));
