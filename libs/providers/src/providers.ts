import { amazon } from './amazon/amazon.js';
import { audible } from './audible-catalogue/audible.js';
import { audnexus } from './audnexus/audnexus.js';
import type { ProviderId } from './candidate.js';
import { goodreads } from './goodreads/goodreads.js';
import type { MetadataProvider } from './metadata-provider.js';
import { openLibrary } from './open-library/open-library.js';

/** Every provider there is, by its id; the compiler sees to it that none is missing. */
export const providers: Readonly<Record<ProviderId, MetadataProvider>> = {
  amazon,
  goodreads,
  'open-library': openLibrary,
  audnexus,
  audible,
};
