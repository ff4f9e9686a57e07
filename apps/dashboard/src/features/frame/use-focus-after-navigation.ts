import { useRouterState } from '@tanstack/react-router';
import { type RefObject, useEffect, useRef } from 'react';

/**
 * A new page takes the focus, so that Tab goes on from its beginning and not from a link that is gone.
 * Back from a book, the focus returns to its card.
 */
export function useFocusAfterNavigation(main: RefObject<HTMLElement | null>): void {
  const pathname = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname });
  const previous = useRef(pathname);
  useEffect(() => {
    const left = previous.current;
    previous.current = pathname;
    if (left === undefined || left === pathname) return;
    const target = cardOf(left) ?? main.current;
    target?.focus({ preventScroll: true });
  }, [pathname, main]);
}

function cardOf(pathname: string): HTMLElement | null {
  const bookId = /^\/books\/([\w-]+)$/.exec(pathname)?.[1];
  return bookId === undefined ? null : document.querySelector(`[data-book-id="${bookId}"]`);
}
