import { Badge } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useIsAdmin } from '../session/session.queries.js';
import { jobCountQuery } from './activity.queries.js';
import classes from './activity-badges.module.css';

const MOST_SHOWN = 99;

/** How many jobs run and have failed, for the navigation; nothing while all is quiet. */
export function ActivityBadges() {
  const enabled = useIsAdmin();
  const running = useQuery({ ...jobCountQuery('active'), enabled }).data ?? 0;
  const failed = useQuery({ ...jobCountQuery('failed'), enabled }).data ?? 0;
  return (
    <span className={classes.badges}>
      {running > 0 && <Count count={running} words="running" color="petrol.8" />}
      {failed > 0 && <Count count={failed} words="failed" color="red.9" />}
    </span>
  );
}

function Count({ count, words, color }: { count: number; words: string; color: string }) {
  return (
    <Badge component="span" size="sm" px={6} miw={20} color={color} className="number" title={`${count} ${words}`}>
      <span aria-hidden="true">{count > MOST_SHOWN ? `${MOST_SHOWN}+` : count}</span>
      <span className={classes.words}>{`, ${count} ${words}`}</span>
    </Badge>
  );
}
