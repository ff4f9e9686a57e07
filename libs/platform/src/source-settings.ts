import { z } from 'zod';
import { setting } from './setting.js';
import { bytes, duration } from './setting-types.js';

/** Libraries on other servers, and at Audible. */
export const SOURCE_SETTINGS = {
  WEBDAV_SYNC_INTERVAL: setting({
    type: duration,
    default: '20m',
    meaning: 'how often a WebDAV server is compared with what is known of it',
  }),
  WEBDAV_MAX_CONCURRENCY: setting({
    type: z.coerce.number().int().min(1).max(64),
    default: '2',
    meaning: 'how many WebDAV servers are compared at once, over all workers',
  }),
  AUDIBLE_SYNC_INTERVAL: setting({
    type: duration,
    default: '6h',
    meaning: 'how often Audible is asked what was bought; at least five minutes',
  }),
  CACHE_SIZE: setting({
    type: bytes,
    default: '5GB',
    meaning: 'how much of remote files is kept in DATA_DIR/cache; what was used longest ago goes first',
  }),
} as const;
