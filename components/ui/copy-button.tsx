'use client';

import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from './button.tsx';
import { toast } from './toast.ts';

const SHOWN_MS = 1_500;

/**
 * Copies a text to the clipboard. `what` is the field's name, as in *Copy Client ID*; a button that copies several
 * fields has a `label` of its own.
 */
export function CopyButton({ what, text, label }: { what: string; text: string; label?: string }) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
      toast('success', `${what} copied.`);
    } catch {
      toast('error', `${what} could not be copied.`, 'Select the text and copy it yourself.');
    }
  };
  const Icon = copied ? Check : Copy;
  return (
    <Button onClick={copy}>
      <Icon aria-hidden className="size-4" />
      {label ?? (
        <>
          <span className="max-sm:sr-only">Copy</span>
          <span className="sr-only"> {what}</span>
        </>
      )}
    </Button>
  );
}
