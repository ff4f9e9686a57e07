import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { deviceQuery } from './devices.queries.js';

/** One device, kept as it is now; when it has synced, its books are asked for again. */
export function useDevice(id: string) {
  const queryClient = useQueryClient();
  const device = useQuery(deviceQuery(id));
  const { lastSyncAt, granted, acknowledged, downloaded } = device.data ?? {};
  const heard = device.data && [lastSyncAt, granted, acknowledged, downloaded].join();
  useEffect(() => {
    if (heard !== undefined) void queryClient.invalidateQueries({ queryKey: ['devices', 'books', id] });
  }, [queryClient, id, heard]);
  return device;
}
