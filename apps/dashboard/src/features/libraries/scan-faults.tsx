import { Text } from '@mantine/core';
import type { ScanDetail } from '@octavo/contracts';
import { Section } from '../../ui/section.js';
import { counted } from './library-words.js';
import classes from './scan-faults.module.css';

type Faults = ScanDetail['faults'];

/** The files a scan could not read, each with the reason. */
export function ScanFaults({ faults, failed }: { faults: Faults; failed: number }) {
  if (faults.length === 0) return <Text c="dimmed">Every file could be read.</Text>;
  const about =
    failed > faults.length
      ? `The first ${counted(faults.length, 'file')} of ${failed.toLocaleString('en-GB')}.`
      : undefined;
  return (
    <Section title={`${counted(Math.max(failed, faults.length), 'file')} could not be read`} about={about}>
      <ul className={`panel ${classes.faults}`} data-testid="scan-faults">
        {faults.map(({ path, detail }) => (
          <li key={path} className={classes.fault}>
            <Text size="sm" fw={550} className="unbroken">
              {path}
            </Text>
            <Text size="sm" c="dimmed" className="unbroken">
              {detail}
            </Text>
          </li>
        ))}
      </ul>
    </Section>
  );
}
