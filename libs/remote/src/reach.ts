import type { AddressPolicy } from '@octavo/outbound';
import type { Config } from '@octavo/platform';

type Settings = Pick<Config, 'OUTBOUND_ALLOW' | 'OUTBOUND_DENY_PRIVATE' | 'DATABASE_URL' | 'REDIS_URL'>;

/** The usual ports of PostgreSQL and Redis, wherever ours have theirs. */
const DATABASES: readonly number[] = [5432, 6379];

/**
 * Where addresses that users give may lead: not to this machine, not to the ports of databases, ours above all, and into
 * private networks unless the operator forbids it.
 */
export function addressPolicy(config: Settings): AddressPolicy {
  const own = [config.DATABASE_URL, config.REDIS_URL].map((url) => Number(URL.parse(url ?? '')?.port));
  return {
    allow: config.OUTBOUND_ALLOW,
    denyPrivate: config.OUTBOUND_DENY_PRIVATE,
    ports: { lowest: 1024, allowed: [80, 443], denied: [...DATABASES, ...own] },
  };
}
