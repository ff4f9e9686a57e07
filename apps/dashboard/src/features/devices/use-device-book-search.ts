import { useNavigate, useSearch } from '@tanstack/react-router';
import type { DeviceBookSearch } from './devices.queries.js';

/** What is looked for among a device's books, kept in the address so that it can be gone back to. */
export function useDeviceBookSearch(deviceId: string): [DeviceBookSearch, (search: DeviceBookSearch) => void] {
  const { q = '', state } = useSearch({ from: '/signed-in/devices/$deviceId' });
  const navigate = useNavigate();
  const setSearch = (next: DeviceBookSearch) => {
    const search = { q: next.q === '' ? undefined : next.q, state: next.state };
    void navigate({ to: '/devices/$deviceId', params: { deviceId }, search, replace: true, resetScroll: false });
  };
  return [{ q, state }, setSearch];
}
