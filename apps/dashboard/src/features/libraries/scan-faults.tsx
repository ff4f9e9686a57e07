import { Text } from '@mantine/core';
import type { Scan, ScanDetail } from '@octavo/contracts';
import { Section } from '../../ui/section.js';
import { FaultPanel } from './fault-panel.js';
import { counted } from './library-words.js';
import { isUnderWay } from './scan-words.js';

interface ScanFaultsProps {
  faults: ScanDetail['faults'];
  scan: Pick<Scan, 'failed' | 'state'>;
}

/** The files a scan could not read, each with the reason. */
export function ScanFaults({ faults, scan }: ScanFaultsProps) {
  if (faults.length === 0)
    return (
      <Text c="dimmed">{isUnderWay(scan) ? 'Every file so far could be read.' : 'Every file could be read.'}</Text>
    );
  // What could not even be listed is told with the others, but is none of the files that were read.
  const count = Math.max(scan.failed, faults.length);
  const about =
    count > faults.length
      ? `The first ${counted(faults.length, 'file')} of ${count.toLocaleString('en-GB')}.`
      : undefined;
  return (
    <Section title={`${counted(count, 'file')} could not be read`} about={about}>
      <FaultPanel faults={faults} />
    </Section>
  );
}
