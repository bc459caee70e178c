/** Of a Chromium trace: times in microseconds; `tdur` is the thread's own, which other work on the machine does not lengthen. */
export interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  tdur?: number;
  args?: { name?: string };
}

/** As Lighthouse counts blocking: what a task takes beyond this. */
const LONG_MS = 50;
const MICROSECONDS = 1_000;

/** What a page's main thread did until the trace ended, in milliseconds of processor time. */
export interface MainThread {
  all: number;
  /** In scripts. */
  script: number;
  /** What tasks took beyond 50 ms each. */
  blocking: number;
  longest: number;
}

const SCRIPTS = new Set(['EvaluateScript', 'FunctionCall', 'v8.compile', 'v8.evaluateModule']);

/** The busiest renderer's, which is the page's. */
export function mainThread(events: readonly TraceEvent[]): MainThread {
  const threads = events.filter(
    ({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain',
  );
  const found = threads.map(({ pid, tid }) =>
    figures(events.filter((one) => one.pid === pid && one.tid === tid)),
  );
  return found.toSorted((a, b) => b.all - a.all)[0] ?? { all: 0, script: 0, blocking: 0, longest: 0 };
}

function figures(events: readonly TraceEvent[]): MainThread {
  const times = (of: (name: string) => boolean) =>
    events.filter(({ name, ph }) => ph === 'X' && of(name)).map(({ tdur = 0 }) => tdur / MICROSECONDS);
  const tasks = times((name) => name.endsWith('RunTask'));
  return {
    all: sum(tasks),
    script: sum(times((name) => SCRIPTS.has(name))),
    blocking: sum(tasks.map((time) => Math.max(0, time - LONG_MS))),
    longest: Math.max(0, ...tasks),
  };
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
