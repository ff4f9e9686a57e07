import { Page } from '../../ui/page.js';
import { JobHistory } from './job-history.js';
import { RunningJobs } from './running-jobs.js';

/** What the server is doing, and what it has done. */
export function ActivityPage() {
  return (
    <Page title="Activity">
      <RunningJobs />
      <JobHistory />
    </Page>
  );
}
