import { useEffect, useRef } from 'react';
import { focusOf, type Focus, type Press } from './review-keys.js';

/**
 * Listens for keys wherever the focus is, but not while a dialog is open. `actionOf`: what a key does, or undefined
 * where it does what it does everywhere.
 */
export function useReviewKeys<Action>(
  actionOf: (press: Press, focus: Focus) => Action | undefined,
  act: (action: Action) => void,
): void {
  const latest = useRef({ actionOf, act });
  useEffect(() => {
    latest.current = { actionOf, act };
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector('[role="dialog"], [role="menu"]')) return;
      const action = latest.current.actionOf(event, focusOf(document.activeElement));
      if (!action) return;
      event.preventDefault();
      latest.current.act(action);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
