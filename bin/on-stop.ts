/**
 * Runs `work` once and exits, when a signal asks this process to stop or the `up` that started it is gone.
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
  // Ctrl-C reaches every process of the terminal. A supervised process waits for `up` to stop it; otherwise `up` would restart it.
  process.on('SIGINT', () => process.env.CAMPUS_SUPERVISED || stop());
  // False: the channel broke before we got here. Undefined: this process was started without one.
  if (process.connected === false) stop();
  else if (process.connected) process.on('disconnect', stop);
}
