import { join } from 'node:path';
import { findRclone } from './find-servers.js';
import { startReal, type RealServer } from './real-server.js';

export interface RcloneManners {
  /** The folder it shows. */
  root: string;
  user: string;
  password: string;
}

/**
 * Starts `rclone serve webdav`. It keeps no listings, so that it tells of changes at once; by itself it would keep them
 * for five minutes. Throws where this machine has none (findRclone).
 */
export async function startRclone({ root, user, password }: RcloneManners): Promise<RealServer> {
  const command = findRclone();
  if (command === undefined) throw new Error('There is no rclone here');
  return startReal({ name: 'rclone', command, path: '/' }, ({ dir, port }) => [
    ...['serve', 'webdav', root, '--addr', `127.0.0.1:${port}`, '--dir-cache-time', '0'],
    ...['--user', user, '--pass', password],
    ...['--config', join(dir, 'rclone.conf'), '--cache-dir', dir, '--log-file', join(dir, 'rclone.log')],
  ]);
}
