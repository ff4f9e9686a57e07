import { Device, type DevicePatch, type NewDevice, PairedDevice } from '@octavo/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ask, tell } from '../../api.js';

export function usePairDevice() {
  const onSuccess = useLookAgain();
  return useMutation({
    mutationFn: (body: NewDevice) => ask(PairedDevice, '/api/devices', { method: 'POST', body }),
    onSuccess,
    meta: { showsProblem: true },
  });
}

/** Another name, other books, with or without the Kobo account. `done` is said afterwards. */
export function useChangeDevice<Change extends DevicePatch = DevicePatch>(
  id: string,
  done: string,
  onDone: () => void,
) {
  const lookAgain = useLookAgain();
  return useMutation({
    mutationFn: (body: Change) => ask(Device, `/api/devices/${id}`, { method: 'PATCH', body }),
    onSuccess: async () => {
      await lookAgain();
      onDone();
    },
    meta: { showsProblem: true, done },
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

/** Has everything sent again. */
export function useResync(id: string, onDone: () => void) {
  const lookAgain = useLookAgain();
  return useMutation({
    mutationFn: () => ask(Device, `/api/devices/${id}/resync`, { method: 'POST' }),
    onSuccess: async () => {
      onDone();
      await lookAgain();
    },
    meta: { done: 'Everything goes to the device at its next sync' },
  });
}

/** Keeps a book from a device, or has it sent (again). */
export function useWithholdBook(deviceId: string, bookId: string, withheld: boolean) {
  const onSuccess = useLookAgain();
  return useMutation({
    mutationFn: () => tell(`/api/devices/${deviceId}/books/${bookId}`, { method: 'PATCH', body: { withheld } }),
    onSuccess,
    meta: { done: withheld ? 'It is kept from the device' : 'It goes to the device at its next sync' },
  });
}

function useLookAgain() {
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ queryKey: ['devices'] });
}
