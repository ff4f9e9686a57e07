import { NativeSelect } from '@mantine/core';
import type { BookSearch } from './books.queries.js';
import classes from './library-toolbar.module.css';
import { SearchBox } from './search-box.js';
import { isSortOrder, SORT_ORDERS } from './sort-orders.js';

interface LibraryToolbarProps {
  search: BookSearch;
  onSearch: (search: BookSearch) => void;
}

const CHOICES = Object.entries(SORT_ORDERS).map(([value, { label }]) => ({ value, label }));

/** Search and order, within reach while the covers scroll by. */
export function LibraryToolbar({ search, onSearch }: LibraryToolbarProps) {
  return (
    <div className={classes.toolbar}>
      <div className={classes.search}>
        <SearchBox q={search.q} onSearch={(q) => onSearch({ ...search, q })} />
      </div>
      <NativeSelect
        aria-label="Sort by"
        data={CHOICES}
        value={search.order}
        onChange={({ currentTarget: { value } }) => {
          if (isSortOrder(value)) onSearch({ ...search, order: value });
        }}
      />
    </div>
  );
}
