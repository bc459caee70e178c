/** The answers as API.md words them: written after the contract, not taken from the product's schemas. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  instance: string;
  requestId: string;
  errors?: FieldError[];
  totalErrors?: number;
  /** Of a refused synchronization call. */
  state?: string;
  allowed?: string[];
  jobId?: string;
}

export interface FieldError {
  pointer: string;
  code: string;
  message: string;
  hint?: string;
  index?: number;
  staffNumber?: string;
  otherIndex?: number;
  stagedAt?: string;
}

export interface Warning {
  code: string;
  message: string;
  pointer?: string;
}

export interface SyncRun {
  runId: string;
  status: 'transferring' | 'transferred' | 'validated' | 'committing' | 'committed' | 'cancelled';
  startedAt: string;
  startedBy: string;
  staffTransferred: number;
  setAside: number;
  validatedAt: string | null;
  committedAt: string | null;
  allowed: string[];
  job: { kind: 'validate' | 'commit'; processed: number; total: number } | null;
}

export interface Entry {
  staffNumber: string | null;
  campus: Record<string, unknown> | null;
  hr: Record<string, unknown> | null;
  fields: string[];
  why: { rule: string; reason: string };
}

export interface ValidationReport {
  runId: string;
  generatedAt: string;
  summary: {
    demographics: Record<string, number>;
    employments: number;
    assignments: number;
    addresses: number;
    hrNotInCampus: number;
    campusNotInHr: number;
    duplicateStaffNumbers: { people: number; numbers: number };
  };
  sections: Record<
    | 'demographics'
    | 'employments'
    | 'assignments'
    | 'addresses'
    | 'hrNotInCampus'
    | 'campusNotInHr'
    | 'duplicateStaffNumbers'
    | 'errors',
    { total: number; entries: Entry[] }
  >;
  warnings: Warning[];
}

export type Outcome = 'created' | 'updated' | 'unchanged' | 'held';

export interface Committed {
  run: SyncRun;
  succeeded: { staffNumber: string; outcome: Outcome; warnings: Warning[] }[];
  failed: { staffNumber: string; errors: FieldError[] }[];
  warnings: Warning[];
}

export interface JobStatus {
  jobId: string;
  status: 'queued' | 'running' | 'completed' | 'failed' | 'cancelled';
  submittedAt: string;
  startedAt: string | null;
  finishedAt: string | null;
  total: number;
  processed: number;
  created: number;
  updated: number;
  unchanged: number;
  held: number;
  failed: number;
}

export interface Result {
  staffNumber: string;
  outcome: Outcome | 'failed';
  warnings: Warning[];
  errors: FieldError[];
}

export interface List<T> {
  data: T[];
  nextCursor: string | null;
}
