'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { type AdminProblem, adminCall } from '../../../../../components/query/admin-call.ts';
import { adminUpload } from '../../../../../components/query/admin-upload.ts';
import { toast } from '../../../../../components/ui/toast.ts';
import type { ColumnMeaning } from '../../../../../lib/record/csv/meaning.ts';
import { CSV_TYPE, HEAD_BYTES, typeOfFile } from '../../../../../lib/sync/upload/file-types.ts';
import type { FileLook, Uploaded } from '../../../../../lib/sync/upload/schema.ts';

/** What is sent: a file as its type, a CSV file's columns, and what becomes of its bad rows. */
interface Sending {
  /** Of a CSV file. */
  columns?: readonly ColumnMeaning[];
  onInvalid: 'reject' | 'setAside';
}

/** A file on its way: chosen, looked at where it is CSV, sent, answered. Only its head is ever read here. */
export function useFileUpload() {
  const client = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [sent, setSent] = useState(0);
  const stopping = useRef<AbortController | null>(null);

  const look = useMutation<FileLook, AdminProblem, File>({
    mutationFn: (chosen) => adminUpload('/sync/upload/look', chosen.slice(0, HEAD_BYTES), CSV_TYPE),
  });
  const send = useMutation<Uploaded, AdminProblem, Sending>({
    async mutationFn({ columns, onInvalid }) {
      if (!file) throw new Error('No file is chosen.');
      setSent(0);
      stopping.current = new AbortController();
      const query = new URLSearchParams({ onInvalid });
      if (columns) {
        const { id } = await adminCall<{ id: string }>('POST', '/sync/upload/mappings', { columns });
        query.set('mapping', id);
      }
      const { signal } = stopping.current;
      return adminUpload(`/sync/upload?${query}`, file, typeOfFile(file.name) ?? '', {
        signal,
        onSent: setSent,
      });
    },
    onSuccess(answer) {
      if (answer.outcome === 'staged') toast('success', 'The file was transferred.');
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['sync'] }),
  });

  function choose(chosen: File | null): void {
    look.reset();
    send.reset();
    setFault(null);
    setFile(null);
    if (!chosen) return;
    const type = typeOfFile(chosen.name);
    const wrong = !type
      ? 'is none of .csv, .json and .ndjson. Choose a file of these.'
      : chosen.size === 0 && 'is empty. Choose the file that HR has written.';
    if (wrong) {
      setFault(`${chosen.name} ${wrong}`);
      return;
    }
    setFile(chosen);
    if (type === CSV_TYPE) look.mutate(chosen);
  }

  return {
    file,
    fault: fault ?? look.error?.message ?? null,
    sent,
    look,
    send,
    choose,
    stop: () => stopping.current?.abort(),
  };
}
export type FileUpload = ReturnType<typeof useFileUpload>;
