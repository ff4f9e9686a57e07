import { IconArrowLeft } from '@tabler/icons-react';
import classes from './back-link.module.css';
import { TextLink } from './text-link.js';

interface BackLinkProps {
  to: '/' | '/audible' | '/devices' | '/folders' | '/servers' | '/settings' | '/shelves';
  /** What the page is called that it leads to. */
  children: string;
}

/** From one thing to the page of all of its kind. */
export function BackLink({ to, children }: BackLinkProps) {
  return (
    <TextLink to={to} size="sm" className={classes.back}>
      <IconArrowLeft size={16} aria-hidden="true" /> {children}
    </TextLink>
  );
}
