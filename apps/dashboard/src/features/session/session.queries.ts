import { Session, Setup, SetupState, type SignIn } from '@octavo/contracts';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ask, tell } from '../../api.js';

/** Who is signed in. A 401 leads to the sign-in page (query-client.ts). */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => ask(Session, '/api/session', { signal }),
  staleTime: Infinity,
});

/** Whether the first account is still to be made. */
export const setupQuery = queryOptions({
  queryKey: ['setup'],
  queryFn: ({ signal }) => ask(SetupState, '/api/setup', { signal }),
});

/** Whether the user may change what belongs to the server; false until it is known. */
export function useIsAdmin(): boolean {
  return useQuery(sessionQuery).data?.user.role === 'admin';
}

export function useSignIn(onSignedIn: () => void) {
  const rememberUser = useRememberUser(onSignedIn);
  return useMutation({
    mutationFn: (body: SignIn) => ask(Session, '/api/session', { method: 'POST', body }),
    onSuccess: rememberUser,
    meta: { showsProblem: true },
  });
}

export function useSetUp(onSignedIn: () => void) {
  const rememberUser = useRememberUser(onSignedIn);
  return useMutation({
    mutationFn: (body: Setup) => ask(Session, '/api/setup', { method: 'POST', body }),
    onSuccess: rememberUser,
    meta: { showsProblem: true },
  });
}

export function useSignOut(onSignedOut: () => void) {
  return useMutation({ mutationFn: () => tell('/api/session', { method: 'DELETE' }), onSuccess: onSignedOut });
}

/** Whatever another user saw in this tab is forgotten before the new one sees it. */
function useRememberUser(next: () => void) {
  const queryClient = useQueryClient();
  return (session: Session) => {
    queryClient.removeQueries();
    queryClient.setQueryData(sessionQuery.queryKey, session);
    next();
  };
}
