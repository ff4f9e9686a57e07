import { Device, DevicePage, type NewDevice, PairedDevice } from '@octavo/contracts';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { ask, tell, withQuery } from '../../api.js';

export const devicesQuery = queryOptions({
  queryKey: ['devices'],
  queryFn: ({ signal }) => ask(DevicePage, withQuery('/api/devices', { limit: 200 }), { signal }),
});

export function usePairDevice() {
  const onSuccess = useLookAgain();
  return useMutation({
    mutationFn: (body: NewDevice) => ask(PairedDevice, '/api/devices', { method: 'POST', body }),
    onSuccess,
    meta: { showsProblem: true },
  });
}

export function useRenameDevice(id: string, onDone: () => void) {
  const lookAgain = useLookAgain();
  return useMutation({
    mutationFn: (body: NewDevice) => ask(Device, `/api/devices/${id}`, { method: 'PATCH', body }),
    onSuccess: async () => {
      await lookAgain();
      onDone();
    },
    meta: { showsProblem: true, done: 'Renamed' },
  });
}

export function useRevokeDevice(id: string, onDone: () => void) {
  const lookAgain = useLookAgain();
  return useMutation({
    mutationFn: () => tell(`/api/devices/${id}`, { method: 'DELETE' }),
    onSuccess: async () => {
      onDone();
      await lookAgain();
    },
    meta: { done: 'The device can no longer sync' },
  });
}

function useLookAgain() {
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ queryKey: devicesQuery.queryKey });
}
