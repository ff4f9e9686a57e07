import { type NewUser, pageOf, User } from '@octavo/contracts';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { ask, tell, withQuery } from '../../api.js';

const UserPage = pageOf(User);

export const usersQuery = queryOptions({
  queryKey: ['users'],
  queryFn: ({ signal }) => ask(UserPage, withQuery('/api/users', { limit: 200 }), { signal }),
});

export function useAddUser(onDone: () => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: NewUser) => ask(User, '/api/users', { method: 'POST', body }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: usersQuery.queryKey });
      onDone();
    },
    meta: { showsProblem: true, done: 'The account is ready' },
  });
}

export function useRemoveUser(id: string, onDone: () => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => tell(`/api/users/${id}`, { method: 'DELETE' }),
    onSuccess: async () => {
      onDone();
      await queryClient.invalidateQueries({ queryKey: usersQuery.queryKey });
    },
    meta: { done: 'The account is gone' },
  });
}
