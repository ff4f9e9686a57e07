import type { BookQuery } from '@octavo/contracts';

/** The orders a reader can choose, by what they are called in the address. */
export const SORT_ORDERS = {
  newest: { label: 'Newest first', sort: 'addedAt', order: 'desc' },
  title: { label: 'Title', sort: 'title', order: 'asc' },
  author: { label: 'Author', sort: 'author', order: 'asc' },
  changed: { label: 'Last changed', sort: 'updatedAt', order: 'desc' },
} as const satisfies Record<string, Pick<BookQuery, 'sort' | 'order'> & { label: string }>;

export type SortOrder = keyof typeof SORT_ORDERS;

export const isSortOrder = (name: unknown): name is SortOrder => typeof name === 'string' && name in SORT_ORDERS;
