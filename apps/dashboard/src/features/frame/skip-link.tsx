import type { RefObject } from 'react';

/** For the keyboard: past the navigation, to what the page is about. */
export function SkipLink({ to }: { to: RefObject<HTMLElement | null> }) {
  return (
    <a
      href="#main"
      className="skip-link"
      onClick={(event) => {
        event.preventDefault();
        to.current?.focus();
      }}
    >
      Skip to the content
    </a>
  );
}
