/**
 * The environment of web and worker: DATABASE_URL, which is the app's role, and nothing that opens the database as its
 * owner. A person who reads it from the process is still bound by row level security.
 * A port for metrics can be only one process's, so these two have none.
 */
export function childEnvironment(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const {
    OWNER_DATABASE_URL: _owner,
    PGPASSWORD: _password,
    PGPASSFILE: _file,
    METRICS_PORT: _metrics,
    ...rest
  } = environment;
  return { ...rest, NODE_ENV: 'production', CAMPUS_SUPERVISED: 'yes' };
}
