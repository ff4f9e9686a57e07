import { Badge } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './count-badges.module.css';

const MOST_SHOWN = 99;

/** Small numbers beside an entry of the navigation, or above its sign where that is a bar. */
export function CountBadges({ children }: { children: ReactNode }) {
  return <span className={classes.badges}>{children}</span>;
}

interface CountBadgeProps {
  count: number;
  /** What is counted, for the ear. */
  words: string;
  color: string;
}

/** One of them; nothing for none. */
export function CountBadge({ count, words, color }: CountBadgeProps) {
  if (count === 0) return null;
  return (
    <Badge component="span" size="sm" px={6} miw={20} color={color} className="number" title={`${count} ${words}`}>
      <span aria-hidden="true">{count > MOST_SHOWN ? `${MOST_SHOWN}+` : count}</span>
      <span className={classes.words}>{`, ${count} ${words}`}</span>
    </Badge>
  );
}
