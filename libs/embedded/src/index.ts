export { CannotStart } from './cannot-start.js';
export { checkDatabase } from './check-database.js';
export { launch, type Launch, type RunningServer } from './launch.js';
export { freePort } from './port.js';
export { startPostgres, type EmbeddedPostgres, type PostgresOptions } from './postgres.js';
export { startRedis, type EmbeddedRedis, type RedisOptions } from './redis.js';
export { resolveServers, type ServerOptions, type Servers } from './resolve-servers.js';
