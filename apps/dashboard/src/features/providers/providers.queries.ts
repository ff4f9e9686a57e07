import { EnrichmentCounts, MetadataSettings, ProviderHealthList } from '@octavo/contracts';
import { queryOptions } from '@tanstack/react-query';
import { ask } from '../../api.js';

export const SETTINGS = '/api/metadata/settings';
export const ENRICHMENT = '/api/metadata/enrichment';
/** Nobody announces that a page was asked for. */
const LOOK_AGAIN_MS = 15_000;

export const metadataSettingsQuery = queryOptions({
  queryKey: ['metadata', 'settings'],
  queryFn: ({ signal }) => ask(MetadataSettings, SETTINGS, { signal }),
});

/** How the providers are: who is on, who refuses, how many pages were asked for today. */
export const providersQuery = queryOptions({
  queryKey: ['metadata', 'providers'],
  queryFn: ({ signal }) => ask(ProviderHealthList, '/api/metadata/providers', { signal }),
  refetchInterval: LOOK_AGAIN_MS,
});

/** How many books were asked about, and what came of it. */
export const enrichmentCountsQuery = queryOptions({
  queryKey: ['metadata', 'enrichment'],
  queryFn: ({ signal }) => ask(EnrichmentCounts, ENRICHMENT, { signal }),
});
