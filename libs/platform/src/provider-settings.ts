import { z } from 'zod';
import { setting } from './setting.js';
import { duration, httpUrl, list, onOff, trueOrFalse } from './setting-types.js';

const another = (of: string) =>
  setting({ type: httpUrl.optional(), meaning: `another address that speaks as ${of}; then nothing else is asked` });

/** Whom Octavo asks outside for more about books, and where it may go. */
export const PROVIDER_SETTINGS = {
  ENRICHMENT: setting({
    type: onOff,
    default: 'on',
    meaning: 'off: nobody outside is asked about books unless somebody wants it for one',
  }),
  PROVIDER_GAP: setting({
    type: duration,
    default: '2s',
    meaning:
      'how long a provider’s host is left alone between two requests, and by chance as long again; never shorter for their own hosts',
  }),
  PROVIDER_PAGES_PER_DAY: setting({
    type: z.coerce.number().int().min(1).max(1_000_000),
    default: '200',
    meaning: 'how many pages made for people are read a day and host; at most 1000 for their own hosts',
  }),
  AMAZON_BASE_URL: another('Amazon’s shops do'),
  GOODREADS_BASE_URL: another('Goodreads does'),
  OPEN_LIBRARY_BASE_URL: another('Open Library does'),
  AUDNEXUS_BASE_URL: another('Audnexus does'),
  AUDIBLE_API_BASE_URL: another('Audible does; in it {country} stands for the marketplace, as in us, uk, de'),
  AMAZON_AUTH_BASE_URL: another('Amazon’s sign-in does; {country} as above'),
  OUTBOUND_ALLOW: setting({
    type: list,
    default: '',
    meaning:
      'comma-separated networks or host names that addresses given by users may lead to, though they are private',
  }),
  OUTBOUND_DENY_PRIVATE: setting({
    type: trueOrFalse,
    default: 'false',
    meaning: 'true: addresses given by users may not lead to private networks either',
  }),
} as const;
