/**
 * Ends this process in order when it is told to stop, or when the `up` that started it is gone: `work` once, then
 * exit.
 */
export function onStop(work: () => Promise<void>): void {
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    work().then(
      () => process.exit(0),
      (error) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  // Ctrl-C reaches every process of the terminal; a supervised one is told by `up`, which would else restart it.
  process.on('SIGINT', () => process.env.CAMPUS_SUPERVISED || stop());
  // False: it was there and broke before we came here; undefined: nobody started us with a channel.
  if (process.connected === false) stop();
  else if (process.connected) process.on('disconnect', stop);
}
