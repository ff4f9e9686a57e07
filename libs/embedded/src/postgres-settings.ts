const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '', // loopback only: one door, with a password
  max_connections: '200',
  shared_buffers: '128MB',
  wal_buffers: '16MB', // whole libraries are written in one go
  dynamic_shared_memory_type: 'mmap', // a container's /dev/shm may be as small as 64 MB
  jit: 'off', // our queries are short; compiling them costs more than it saves
  // What the server logs reaches the user's terminal: no routine, and no failed statements with people's data in them.
  logging_collector: 'off',
  log_checkpoints: 'off',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
} as const;

/** The command line of the server on the cluster in `data`. `fsync` stays on unless a test says otherwise. */
export function postgresArguments(data: string, port: number, others: Record<string, string> = {}): string[] {
  const settings = Object.entries({ ...SETTINGS, ...others });
  return ['-D', data, '-p', String(port), ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}
