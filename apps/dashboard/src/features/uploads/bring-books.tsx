import { lazy, type ReactNode, Suspense } from 'react';
import { useIsAdmin } from '../session/session.queries.js';
import classes from './bring-books.module.css';
import type { Brought } from './brought-files.js';
import { useBringBooks } from './use-bring-books.js';
import { useDrop } from './use-drop.js';

// Needs the dialog's code, which the first page can do without.
const ChooseLibrary = lazy(() => import('./choose-library.js').then((module) => ({ default: module.ChooseLibrary })));

interface BringBooksProps {
  /** Given the way to bring files that were chosen otherwise than by dropping them; undefined for who may not. */
  children?: (bring: ((brought: Brought) => void) | undefined) => ReactNode;
}

/** Makes a page a place to drop books on, wherever on it: for administrators, since they come into everybody's library. */
export function BringBooks({ children }: BringBooksProps) {
  const isAdmin = useIsAdmin();
  const { bring, choosing, choose } = useBringBooks();
  const over = useDrop(isAdmin ? document : null, bring);
  return (
    <>
      {children?.(isAdmin ? bring : undefined)}
      {over && <div className={classes.over}>Drop books here to add them</div>}
      {choosing.length > 0 && (
        <Suspense>
          <ChooseLibrary count={choosing.length} onChoose={choose} />
        </Suspense>
      )}
    </>
  );
}
