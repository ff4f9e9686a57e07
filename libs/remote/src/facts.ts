import type { WebdavConnection } from '@octavo/database';
import type { ServerFacts } from '@octavo/sources';

/** What is remembered of a server, as it was learned last. */
export function factsOf({ facts }: Pick<WebdavConnection, 'facts'>): ServerFacts {
  return facts as unknown as ServerFacts;
}
