import type { ProviderId } from '@octavo/providers';
import { amazonSite } from './amazon/amazon-site.js';
import { audibleSite } from './audible/audible-site.js';
import { audnexusSite } from './audnexus/audnexus-site.js';
import { goodreadsSite } from './goodreads/goodreads-site.js';
import { openLibrarySite } from './open-library/open-library-site.js';
import type { Site } from './site.js';

/** How each provider answers; the compiler sees to it that none is missing. */
export const SITES: Readonly<Record<ProviderId, Site>> = {
  amazon: amazonSite,
  goodreads: goodreadsSite,
  'open-library': openLibrarySite,
  audnexus: audnexusSite,
  audible: audibleSite,
};
