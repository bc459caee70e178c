import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';

export type Tone = 'neutral' | 'accent' | 'good' | 'warn' | 'bad';

const TONES: Record<Tone, string> = {
  neutral: 'border-line bg-sunken text-muted',
  accent: 'border-accent-line bg-accent-soft text-accent-ink',
  good: 'border-good-line bg-good-soft text-good-ink',
  warn: 'border-warn-line bg-warn-soft text-warn-ink',
  bad: 'border-bad-line bg-bad-soft text-bad-ink',
};

export const toneStyle = (tone: Tone): string => TONES[tone];

export const Badge = ({ tone = 'neutral', className, ...rest }: ComponentProps<'span'> & { tone?: Tone }) => (
  <span
    {...rest}
    className={classNames(
      'inline-flex items-center gap-1 whitespace-nowrap rounded-full border px-2 py-px font-medium text-xs',
      TONES[tone],
      className,
    )}
  />
);
