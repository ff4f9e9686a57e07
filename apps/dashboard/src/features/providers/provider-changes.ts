import { EnrichManyAnswer, MetadataSettings } from '@octavo/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ask, tell } from '../../api.js';
import { announce } from '../../ui/announce.js';
import { counted } from '../libraries/library-words.js';
import {
  ENRICHMENT,
  enrichmentCountsQuery,
  metadataSettingsQuery,
  providersQuery,
  SETTINGS,
} from './providers.queries.js';

/** Changes are kept at once and shown before the server has answered; one goes after the other. */
export function useChangeMetadataSettings() {
  const queryClient = useQueryClient();
  const { queryKey } = metadataSettingsQuery;
  return useMutation({
    scope: { id: 'metadata-settings' },
    mutationFn: async (change: (settings: MetadataSettings) => MetadataSettings) => {
      // What is shown already holds this change and those before it.
      const body = queryClient.getQueryData(queryKey) ?? change(await ask(MetadataSettings, SETTINGS));
      return ask(MetadataSettings, SETTINGS, { method: 'PUT', body });
    },
    onMutate: async (change) => {
      await queryClient.cancelQueries({ queryKey });
      queryClient.setQueryData(queryKey, (settings) => settings && change(settings));
    },
    onError: () => queryClient.invalidateQueries({ queryKey }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: providersQuery.queryKey }),
  });
}

/** Has the providers asked about every book. */
export function useAskAboutAll() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => ask(EnrichManyAnswer, ENRICHMENT, { method: 'POST', body: { query: {} } }),
    onSuccess: async ({ wanted }) => {
      announce(wanted === 0 ? 'There are no books to ask about' : `${counted(wanted, 'book')} will be asked about`);
      await queryClient.invalidateQueries({ queryKey: enrichmentCountsQuery.queryKey });
    },
  });
}

/** Stops what waits. */
export function useStopAsking(onDone: () => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => tell(ENRICHMENT, { method: 'DELETE' }),
    onSuccess: async () => {
      onDone();
      await queryClient.invalidateQueries({ queryKey: enrichmentCountsQuery.queryKey });
    },
    meta: { done: 'Nobody is asked about more books' },
  });
}
