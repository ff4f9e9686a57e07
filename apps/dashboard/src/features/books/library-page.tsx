import { VisuallyHidden } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { WhenLoaded } from '../../ui/when-loaded.js';
import { LibraryProblems } from '../libraries/library-problems.js';
import { ServerProblems } from '../servers/server-problems.js';
import { shelvesQuery } from '../shelves/shelves.queries.js';
import { BringBooks } from '../uploads/bring-books.js';
import { type BookSearch, bookListQuery } from './books.queries.js';
import { BookResults } from './book-results.js';
import { GridToCome } from './grid-to-come.js';
import classes from './library-page.module.css';
import { LibraryToolbar } from './library-toolbar.js';
import { useBookSearch } from './use-book-search.js';

// Needs the menu's and the dialogs' code, which the first page can do without.
const ShelfHeading = lazy(() => import('../shelves/shelf-heading.js').then((module) => ({ default: module.ShelfHeading })));

/** All books, those of a shelf, or those that match. */
export function LibraryPage() {
  const [search, setSearch] = useBookSearch();
  useDocumentTitle(`${useTitle(search)} · Octavo`);
  const list = useInfiniteQuery(bookListQuery(search));
  return (
    <div className={classes.page}>
      {search.shelf === undefined ? (
        <VisuallyHidden component="h1">Library</VisuallyHidden>
      ) : (
        <Suspense fallback={<div style={{ height: '4.3rem' }} />}>
          <ShelfHeading shelfId={search.shelf} />
        </Suspense>
      )}
      <BringBooks>
        {(bring) => <LibraryToolbar search={search} onSearch={setSearch} onBrought={bring} />}
      </BringBooks>
      <LibraryProblems />
      <ServerProblems />
      <WhenLoaded query={list} waiting={<GridToCome />}>
        {() => <BookResults list={list} search={search} onClear={() => setSearch({ ...search, q: '' })} />}
      </WhenLoaded>
    </div>
  );
}

/** What is searched for, else the shelf's name, else the library. */
function useTitle({ q, shelf }: BookSearch): string {
  const shelves = useQuery({ ...shelvesQuery, enabled: shelf !== undefined });
  if (q !== '') return q;
  if (shelf === undefined) return 'Library';
  return shelves.data?.items.find(({ id }) => id === shelf)?.name ?? 'Shelf';
}
