import { totalmem } from 'node:os';

const MIB = 1024 * 1024;

/** What the embedded server is started with. Sizes follow the machine's (or the container's) memory. */
export function serverFlags(port: number, durable: boolean): string[] {
  const constrained = process.constrainedMemory();
  const memory = Math.min(totalmem(), constrained > 0 ? constrained : Number.POSITIVE_INFINITY) / MIB;
  const values: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '100',
    shared_buffers: `${Math.round(Math.min(512, Math.max(64, memory / 8)))}MB`,
    effective_cache_size: `${Math.round(memory / 2)}MB`,
    maintenance_work_mem: '128MB',
    work_mem: '16MB',
    max_wal_size: '4GB',
    wal_compression: 'on',
    random_page_cost: '1.1',
    jit: 'off',
    // Nothing that people or vendors sent may reach the server's log: `log` leaves out errors and their statements,
    // which quote values; the app logs SQLSTATE and constraint instead.
    log_min_messages: 'log',
    log_error_verbosity: 'terse',
    log_parameter_max_length_on_error: '0',
    log_min_error_statement: 'panic',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
