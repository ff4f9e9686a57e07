import { Button, Text } from '@mantine/core';
import type { Scan } from '@octavo/contracts';
import type { ReactNode } from 'react';
import { ProgressBar } from '../../ui/progress-bar.js';
import { useIsAdmin } from '../session/session.queries.js';
import { useCancelScan } from './library-changes.js';
import classes from './scan-progress.module.css';
import type { ScanProgressWords } from './scan-words.js';
import { useScanPace } from './use-scan-pace.js';

interface ScanProgressProps {
  /** What the library is called. */
  name: string;
  scan: Scan;
  progress: ScanProgressWords;
  /** More that is known of it by now. */
  children?: ReactNode;
}

/** A scan under way: how far it is, how fast it goes, and the way to stop it. */
export function ScanProgress({ name, scan, progress: { percent, words }, children }: ScanProgressProps) {
  const pace = useScanPace(scan);
  return (
    <div className={classes.scan} data-testid="scan-progress" data-state={scan.state}>
      <ProgressBar label={`Looking through ${name}`} percent={percent} size="sm" />
      <div className={classes.words}>
        <Text size="sm" className="number">
          {words}
          {pace !== undefined && (
            <Text component="span" inherit c="dimmed">
              {' '}
              · {pace}
            </Text>
          )}
        </Text>
        <CancelScan key={scan.jobId} jobId={scan.jobId} />
      </div>
      {children}
    </div>
  );
}

function CancelScan({ jobId }: { jobId: string }) {
  const isAdmin = useIsAdmin();
  const cancel = useCancelScan(jobId);
  if (!isAdmin) return null;
  // The worker hears of it with its next sign of life, which may take seconds.
  return (
    <Button
      size="compact-sm"
      variant="default"
      loading={cancel.isPending}
      disabled={cancel.isSuccess}
      onClick={() => cancel.mutate()}
    >
      {cancel.isSuccess ? 'Cancelling…' : 'Cancel'}
    </Button>
  );
}
