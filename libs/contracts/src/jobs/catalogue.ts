import { audibleSync } from './audible-sync.jobs.js';
import { conversion } from './conversion.jobs.js';
import { enrichment } from './enrichment.jobs.js';
import { ingest } from './ingest.jobs.js';
import { webdavSync } from './webdav-sync.jobs.js';

/** Every queue. A queue, the app that serves it, its Compose service and its folder have one name. */
export const CATALOGUE = { ingest, webdavSync, audibleSync, enrichment, conversion } as const;

/** Which job asks for which others. Work only moves forward: a spec walks this and finds no circle. */
export const LEADS_TO: Record<string, readonly string[]> = {
  'ingest.scanLibrary': ['ingest.importArrivals', 'conversion.sweep', 'enrichment.sweep'],
  'ingest.importArrivals': ['conversion.prepareBook', 'conversion.renderCover', 'enrichment.sweep'],
  'ingest.importFile': ['conversion.prepareBook', 'conversion.renderCover', 'enrichment.sweep'],
  'webdav-sync.syncSource': ['webdav-sync.readItems', 'conversion.sweep', 'enrichment.sweep'],
  'webdav-sync.readItems': ['conversion.prepareBook', 'conversion.renderCover', 'conversion.sweep', 'enrichment.sweep'],
  'audible-sync.syncStore': [
    'audible-sync.fetchCovers',
    'audible-sync.listSeries',
    'enrichment.tieWorks',
    'enrichment.sweep',
  ],
  'audible-sync.fetchCovers': ['conversion.renderCover'],
  'audible-sync.listSeries': [],
  'enrichment.tieWorks': [],
  'enrichment.sweep': ['enrichment.enrichBook'],
  'enrichment.enrichBook': ['conversion.renderCover'],
  'enrichment.applyFind': ['conversion.renderCover'],
  'conversion.sweep': ['conversion.prepareBook', 'conversion.writeMetadata'],
  'conversion.writeMetadata': ['conversion.prepareBook'],
  'conversion.prepareBook': ['conversion.placeReadings'],
  'conversion.placeReadings': [],
  'conversion.renderCover': [],
};
