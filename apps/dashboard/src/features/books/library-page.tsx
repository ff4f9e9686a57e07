import { VisuallyHidden } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { WhenLoaded } from '../../ui/when-loaded.js';
import { LibraryProblems } from '../libraries/library-problems.js';
import { BringBooks } from '../uploads/bring-books.js';
import { bookListQuery } from './books.queries.js';
import { BookResults } from './book-results.js';
import { GridToCome } from './grid-to-come.js';
import classes from './library-page.module.css';
import { LibraryToolbar } from './library-toolbar.js';
import { useBookSearch } from './use-book-search.js';

/** All books, or those that match. */
export function LibraryPage() {
  const [search, setSearch] = useBookSearch();
  useDocumentTitle(search.q === '' ? 'Library · Octavo' : `${search.q} · Octavo`);
  const list = useInfiniteQuery(bookListQuery(search));
  return (
    <div className={classes.page}>
      <VisuallyHidden component="h1">Library</VisuallyHidden>
      <BringBooks>
        {(bring) => <LibraryToolbar search={search} onSearch={setSearch} onBrought={bring} />}
      </BringBooks>
      <LibraryProblems />
      <WhenLoaded query={list} waiting={<GridToCome />}>
        {() => <BookResults list={list} q={search.q} onClear={() => setSearch({ ...search, q: '' })} />}
      </WhenLoaded>
    </div>
  );
}
