import { createLink } from '@tanstack/react-router';
import type { ComponentPropsWithRef, ReactNode } from 'react';
import classes from './page-tabs.module.css';

/** Pages that belong together, as links beside each other; the links are its children. */
export function PageTabs({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav aria-label={label} className={classes.tabs}>
      {children}
    </nav>
  );
}

type PlainProps = ComponentPropsWithRef<'a'>;

/** One of them; the page one is at says so by itself. Addresses are checked against the routes. */
export const PageTab = createLink((props: PlainProps) => <a {...props} className={classes.tab} />);
