import { ShelfPage } from '@octavo/contracts';
import { queryOptions } from '@tanstack/react-query';
import { ask } from '../../api.js';

export const shelvesQuery = queryOptions({
  queryKey: ['shelves'],
  queryFn: ({ signal }) => ask(ShelfPage, '/api/shelves', { signal }),
});
