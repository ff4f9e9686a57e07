import { type DeliveryState, Device, DeviceBookPage, DevicePage } from '@octavo/contracts';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { ask, withQuery } from '../../api.js';

const PAGE_SIZE = 48;

export const devicesQuery = queryOptions({
  queryKey: ['devices', 'list'],
  queryFn: ({ signal }) => ask(DevicePage, withQuery('/api/devices', { limit: 200 }), { signal }),
});

export function deviceQuery(id: string) {
  return queryOptions({
    queryKey: ['devices', 'one', id],
    queryFn: ({ signal }) => ask(Device, `/api/devices/${encodeURIComponent(id)}`, { signal }),
  });
}

export interface DeviceBookSearch {
  q: string;
  /** Only those that are so far on their way. */
  state?: DeliveryState | undefined;
}

/** The books of a device by title, a page at a time. While another search is under way the last answer stays. */
export function deviceBooksQuery(id: string, { q, state }: DeviceBookSearch) {
  return infiniteQueryOptions({
    queryKey: ['devices', 'books', id, q, state ?? 'any'],
    queryFn: ({ pageParam, signal }) => {
      const query = { q: q === '' ? undefined : q, state, limit: PAGE_SIZE, cursor: pageParam };
      return ask(DeviceBookPage, withQuery(`/api/devices/${encodeURIComponent(id)}/books`, query), { signal });
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: DeviceBookPage) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
}
