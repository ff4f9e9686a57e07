import { NativeSelect } from '@mantine/core';
import { AddBooksButton } from '../uploads/add-books-button.js';
import type { Brought } from '../uploads/brought-files.js';
import type { BookSearch } from './books.queries.js';
import classes from './library-toolbar.module.css';
import { SearchBox } from './search-box.js';
import { isSortOrder, SORT_ORDERS } from './sort-orders.js';

interface LibraryToolbarProps {
  search: BookSearch;
  onSearch: (search: BookSearch) => void;
  /** What takes files that were chosen; undefined for who may not add any. */
  onBrought: ((brought: Brought) => void) | undefined;
}

const CHOICES = Object.entries(SORT_ORDERS).map(([value, { label }]) => ({ value, label }));

/** Search, order and the way to add books, within reach while the covers scroll by. */
export function LibraryToolbar({ search, onSearch, onBrought }: LibraryToolbarProps) {
  return (
    <div className={classes.toolbar}>
      <div className={classes.search}>
        <SearchBox q={search.q} onSearch={(q) => onSearch({ ...search, q })} />
      </div>
      <NativeSelect
        className={classes.order}
        aria-label="Sort by"
        data={CHOICES}
        value={search.order}
        onChange={({ currentTarget: { value } }) => {
          if (isSortOrder(value)) onSearch({ ...search, order: value });
        }}
      />
      {onBrought && <AddBooksButton onBrought={onBrought} />}
    </div>
  );
}
