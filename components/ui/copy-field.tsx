'use client';

import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { CopyButton } from './copy-button.tsx';
import { inputStyle, Labelled, type Labels } from './field.tsx';

/** A read-only value with its label, *Copy* and further buttons. */
export const CopyField = ({
  value,
  copyable = true,
  children,
  ...labels
}: Labels & {
  value: string;
  /** False while the value is masked. */
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
