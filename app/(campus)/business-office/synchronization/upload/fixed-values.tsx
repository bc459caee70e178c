'use client';

import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../../../../components/ui/button.tsx';
import { inputStyle } from '../../../../../components/ui/field.tsx';
import { labelOfProperty } from '../../../../../lib/sync/upload/labels.ts';
import type { DraftLook, Mapping } from './draft.ts';
import { PropertySelect } from './property-select.tsx';
import { UPLOAD_TEXTS } from './texts.ts';

type Fixed = Mapping['fixed'];

/** The same value in every row, for what no column has: the state, the one school of a file. */
export function FixedValues({
  fixed,
  look,
  taken,
  onChange,
}: {
  fixed: Fixed;
  look: DraftLook;
  /** What the columns are. */
  taken: readonly (string | null)[];
  onChange: (fixed: Fixed) => void;
}) {
  const [adding, setAdding] = useState(false);
  const used = new Set([...taken, ...fixed.map(({ property }) => property)]);
  return (
    <section aria-labelledby="fixed-values" className="border-line border-t px-4 py-4 sm:px-5">
      <h3 id="fixed-values" className="font-semibold">
        Same value in every row
      </h3>
      <p className="max-w-prose text-muted text-xs">{UPLOAD_TEXTS.fixedHelp()}</p>
      <ul className="mt-2 flex flex-col gap-2">
        {fixed.map(({ property, value }, at) => (
          <li key={property} className="flex flex-wrap items-end gap-2">
            <label className="min-w-0 max-sm:w-full">
              <span className="mb-1 block text-xs">{labelOfProperty(property)}</span>
              <input
                defaultValue={value}
                maxLength={200}
                onBlur={(event) => {
                  if (event.target.value !== value)
                    onChange(
                      fixed.map((one, index) =>
                        index === at ? { property, value: event.target.value } : one,
                      ),
                    );
                }}
                className={`${inputStyle} sm:w-72`}
              />
            </label>
            <Button
              kind="quiet"
              size="icon"
              aria-label={`Remove ${labelOfProperty(property)}`}
              onClick={() => onChange(fixed.filter((_, index) => index !== at))}
            >
              <X aria-hidden className="size-4" />
            </Button>
          </li>
        ))}
      </ul>
      <div className="mt-2 sm:w-72">
        {adding ? (
          <PropertySelect
            label="Property with the same value"
            properties={look.properties.filter(({ name }) => !used.has(name))}
            needed={look.needed}
            value={null}
            onChange={(property) => {
              if (property) onChange([...fixed, { property, value: '' }]);
              setAdding(false);
            }}
          />
        ) : (
          <Button size="small" onClick={() => setAdding(true)}>
            <Plus aria-hidden className="size-3.5" />
            Add a value
          </Button>
        )}
      </div>
    </section>
  );
}
