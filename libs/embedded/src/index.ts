export { CannotStart } from './cannot-start.js';
export { checkDatabase } from './check-database.js';
export { startPostgres, type EmbeddedPostgres, type PostgresOptions } from './postgres.js';
export { startRedis, type EmbeddedRedis, type RedisOptions } from './redis.js';
export { resolveServices, type ServiceOptions, type Services } from './resolve-services.js';
