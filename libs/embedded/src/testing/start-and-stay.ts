import { startPostgres } from '../postgres.js';
import { startRedis } from '../redis.js';

// Run as a process of its own, to be killed: starts the server named first in the folder named second, tells its
// address, and stays.
const [kind, dir] = process.argv.slice(2) as ['postgres' | 'redis', string];
const log = () => undefined;
const server = kind === 'postgres' ? startPostgres({ dir, database: 'octavo', log }) : startRedis({ dir, log });
process.stdout.write(`${(await server)?.url}\n`);
setInterval(log, 60_000);
