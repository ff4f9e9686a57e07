import { z } from 'zod';
import { setting } from './setting.js';
import { bytes, duration } from './setting-types.js';

/** Libraries on other servers. */
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
  CACHE_SIZE: setting({
    type: bytes,
    default: '5GB',
    meaning: 'how much of remote files is kept in DATA_DIR/cache; what was used longest ago goes first',
  }),
} as const;
