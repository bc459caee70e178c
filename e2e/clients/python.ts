import { spawnSync } from 'node:child_process';

/** A Python that has requests-oauthlib: Debian's own before another on the path, or undefined. Nothing is installed. */
export const pythonWithRequestsOauthlib = (): string | undefined =>
  ['/usr/bin/python3', 'python3'].find(
    (python) => spawnSync(python, ['-c', 'import requests_oauthlib']).status === 0,
  );
