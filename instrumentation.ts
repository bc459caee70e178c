/** Next calls it once at its start, inside its bundle: the API and the pages share one copy of every module. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { findAnswer } = await import('./app/api/find-answer.ts');
  const { offerDirectCalls } = await import('./lib/http/direct-calls.ts');
  offerDirectCalls(findAnswer);
}
