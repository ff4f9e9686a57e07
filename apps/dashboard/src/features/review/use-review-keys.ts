import { useEffect, useRef } from 'react';
import { focusOf, reviewAction, type ReviewAction } from './review-keys.js';

/** Listens for the keys of the review page wherever the focus is, but not while a dialog is open. */
export function useReviewKeys(act: (action: ReviewAction) => void): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector('[role="dialog"], [role="menu"]')) return;
      const action = reviewAction(event, focusOf(document.activeElement));
      if (!action) return;
      event.preventDefault();
      latest.current(action);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
