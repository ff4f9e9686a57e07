import { conversion } from './conversion.jobs.js';
import { ingest } from './ingest.jobs.js';

/** Every queue. A queue, the app that serves it, its Compose service and its folder have one name. */
export const CATALOGUE = { ingest, conversion } as const;

/** Which job asks for which others. Work only moves forward: a spec walks this and finds no circle. */
export const LEADS_TO: Record<string, readonly string[]> = {
  'ingest.scanLibrary': ['ingest.importArrivals', 'conversion.sweep'],
  'ingest.importArrivals': ['conversion.prepareBook', 'conversion.renderCover'],
  'ingest.importFile': ['conversion.prepareBook', 'conversion.renderCover'],
  'conversion.sweep': ['conversion.prepareBook'],
  'conversion.prepareBook': ['conversion.placeReadings'],
  'conversion.placeReadings': [],
  'conversion.renderCover': [],
};
