import { AppPassword, IssuedAppPassword, type NewAppPassword, pageOf } from '@octavo/contracts';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { ask, tell, withQuery } from '../../api.js';

const AppPasswordPage = pageOf(AppPassword);

export const appPasswordsQuery = queryOptions({
  queryKey: ['app-passwords'],
  queryFn: ({ signal }) => ask(AppPasswordPage, withQuery('/api/app-passwords', { limit: 200 }), { signal }),
});

export function useIssueAppPassword() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: NewAppPassword) => ask(IssuedAppPassword, '/api/app-passwords', { method: 'POST', body }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: appPasswordsQuery.queryKey }),
    meta: { showsProblem: true },
  });
}

export function useRemoveAppPassword(id: string, onDone: () => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => tell(`/api/app-passwords/${id}`, { method: 'DELETE' }),
    onSuccess: async () => {
      onDone();
      await queryClient.invalidateQueries({ queryKey: appPasswordsQuery.queryKey });
    },
    meta: { done: 'The password no longer works' },
  });
}
