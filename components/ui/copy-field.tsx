'use client';

import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { CopyButton } from './copy-button.tsx';
import { inputStyle, Labelled, type Labels } from './field.tsx';

/** A value to be taken elsewhere: read-only under its label, with *Copy* and what else can be done with it. */
export const CopyField = ({
  value,
  copyable = true,
  children,
  ...labels
}: Labels & {
  value: string;
  /** False while what is shown stands for something else. */
  copyable?: boolean;
  children?: ReactNode;
}) => (
  <Labelled {...labels}>
    {(tied) => (
      <div className="flex flex-wrap gap-2">
        <input
          {...tied}
          readOnly
          value={value}
          spellCheck={false}
          autoComplete="off"
          onFocus={(event) => event.currentTarget.select()}
          className={classNames(inputStyle, 'min-w-0 flex-1 basis-52 bg-sunken font-mono text-xs')}
        />
        {children}
        {copyable && <CopyButton what={labels.label} text={value} />}
      </div>
    )}
  </Labelled>
);
