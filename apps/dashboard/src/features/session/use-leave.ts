import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';

/** Leaves the house: to the sign-in page, and nothing that was seen stays in memory for the back button. */
export function useLeave(): () => void {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  return useCallback(() => {
    void navigate({ to: '/sign-in' }).then(() => queryClient.clear());
  }, [navigate, queryClient]);
}
