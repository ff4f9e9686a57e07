import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { ActivityBadges } from '../activity/activity-badges.js';
import { ReviewBadge } from '../review/review-badge.js';
import { sessionQuery } from '../session/session.queries.js';
import { isWithin } from './is-within.js';
import classes from './navigation.module.css';
import { PLACES } from './places.js';

/** The places of the house: a column beside the page, or a bar below it on phones (navigation.module.css). */
export function Navigation() {
  const pathname = useLocation({ select: (location) => location.pathname });
  const isReader = useQuery(sessionQuery).data?.user.role === 'reader';
  const open = PLACES.filter(({ operators }) => !operators || !isReader);
  return (
    <nav aria-label="Main" className={classes.navigation}>
      {open.map(({ to, label, Icon }) => {
        const here = isWithin(pathname, to);
        return (
          <Link key={to} to={to} className={classes.place} data-here={here} aria-current={here ? 'page' : undefined}>
            <Icon size={22} stroke={1.6} aria-hidden="true" />
            <span className={classes.label}>{label}</span>
            {to === '/review' && <ReviewBadge />}
            {to === '/activity' && <ActivityBadges />}
          </Link>
        );
      })}
    </nav>
  );
}
