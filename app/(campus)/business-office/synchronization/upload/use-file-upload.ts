'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { adminCall } from '../../../../../components/query/admin-call.ts';
import { adminUpload } from '../../../../../components/query/admin-upload.ts';
import { toast } from '../../../../../components/ui/toast.ts';
import type { ColumnMeaning } from '../../../../../lib/record/csv/meaning.ts';
import { CSV_TYPE, HEAD_BYTES, isTable, typeOfFile } from '../../../../../lib/sync/upload/file-types.ts';
import type { FileLook } from '../../../../../lib/sync/upload/schema.ts';
import { UPLOAD_TEXTS } from './texts.ts';

/** How a file is sent: the columns of a CSV file, and what happens to invalid rows. */
interface Sending {
  columns?: readonly ColumnMeaning[];
  onInvalid: 'reject' | 'setAside';
}

/** How a file is read, where the user corrected what was recognized. */
export interface Reading {
  headerRow?: number | undefined;
  sheet?: string | undefined;
}

/** An upload from choosing the file to the answer. The browser reads only the beginning of the file. */
export function useFileUpload() {
  const client = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [sent, setSent] = useState(0);
  const stopping = useRef<AbortController | null>(null);

  const look = useMutation({
    mutationFn({ file: chosen, reading }: { file: File; reading: Reading }) {
      const type = typeOfFile(chosen.name) ?? '';
      // A workbook has its directory at its end.
      const body = type === CSV_TYPE ? chosen.slice(0, HEAD_BYTES) : chosen;
      return adminUpload('POST /sync/upload/look', { query: reading, body, type });
    },
  });
  const send = useMutation({
    async mutationFn({ columns, onInvalid }: Sending) {
      if (!file) throw new Error('No file is chosen.');
      setSent(0);
      stopping.current = new AbortController();
      const { signal } = stopping.current;
      const mapping =
        columns && (await adminCall('POST /sync/upload/mappings', { body: { columns: [...columns] } })).id;
      return adminUpload('POST /sync/upload', {
        query: { onInvalid, mapping, ...readingOf(look.data) },
        body: file,
        type: typeOfFile(file.name) ?? '',
        signal,
        onSent: setSent,
      });
    },
    onSuccess(answer) {
      if (answer.outcome === 'staged') toast('success', UPLOAD_TEXTS.fileTransferred());
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
      ? 'is not a .csv, .xlsx, .json or .ndjson file. Choose one of these.'
      : chosen.size === 0 && 'is empty. Choose the file that HR exported.';
    if (wrong) {
      setFault(`${chosen.name} ${wrong}`);
      return;
    }
    setFile(chosen);
    if (isTable(type)) look.mutate({ file: chosen, reading: {} });
  }

  function read(reading: Reading): void {
    if (file) look.mutate({ file, reading });
  }

  return {
    file,
    fault: fault ?? look.error?.message ?? null,
    sent,
    look,
    send,
    choose,
    read,
    stop: () => stopping.current?.abort(),
  };
}
/** The upload reads the file as the columns were shown. */
const readingOf = (look: FileLook | undefined): Reading =>
  look ? { headerRow: look.recognized.headerRow, sheet: look.recognized.sheet ?? undefined } : {};

export type FileUpload = ReturnType<typeof useFileUpload>;
