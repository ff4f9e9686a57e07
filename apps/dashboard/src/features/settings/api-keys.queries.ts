import { ApiKey, IssuedApiKey, type NewApiKey, pageOf } from '@octavo/contracts';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { ask, tell, withQuery } from '../../api.js';

const ApiKeyPage = pageOf(ApiKey);

export const apiKeysQuery = queryOptions({
  queryKey: ['api-keys'],
  queryFn: ({ signal }) => ask(ApiKeyPage, withQuery('/api/api-keys', { limit: 200 }), { signal }),
});

export function useIssueApiKey() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: NewApiKey) => ask(IssuedApiKey, '/api/api-keys', { method: 'POST', body }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: apiKeysQuery.queryKey }),
    meta: { showsProblem: true },
  });
}

export function useRevokeApiKey(id: string, onDone: () => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => tell(`/api/api-keys/${id}`, { method: 'DELETE' }),
    onSuccess: async () => {
      onDone();
      await queryClient.invalidateQueries({ queryKey: apiKeysQuery.queryKey });
    },
    meta: { done: 'The key no longer works' },
  });
}
