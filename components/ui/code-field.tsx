'use client';

import type { ComponentProps } from 'react';
import { Field } from './field.tsx';

/** The code of a second factor. */
export const CodeField = (props: Pick<ComponentProps<typeof Field>, 'error' | 'help' | 'ref'>) => (
  <Field
    label="Code"
    name="code"
    autoComplete="one-time-code"
    maxLength={20}
    required
    help="Six digits from your authenticator app, or a recovery code."
    {...props}
  />
);
