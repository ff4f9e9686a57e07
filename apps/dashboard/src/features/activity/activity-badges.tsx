import { useQuery } from '@tanstack/react-query';
import { CountBadge, CountBadges } from '../../ui/count-badges.js';
import { useIsAdmin } from '../session/session.queries.js';
import { jobCountQuery } from './activity.queries.js';

/** How many jobs run and have failed, for the navigation; nothing while all is quiet. */
export function ActivityBadges() {
  const enabled = useIsAdmin();
  const running = useQuery({ ...jobCountQuery('active'), enabled }).data ?? 0;
  const failed = useQuery({ ...jobCountQuery('failed'), enabled }).data ?? 0;
  return (
    <CountBadges>
      <CountBadge count={running} words="running" color="petrol.8" />
      <CountBadge count={failed} words="failed" color="red.9" />
    </CountBadges>
  );
}
