import { Text } from '@mantine/core';
import classes from './fault-panel.module.css';

interface FaultPanelProps {
  /** Things by their paths below the library, each with what is wrong with it. */
  faults: readonly { path: string; detail: string }[];
}

/** What a scan could not read, each with the reason. */
export function FaultPanel({ faults }: FaultPanelProps) {
  return (
    <ul className={`panel ${classes.faults}`} data-testid="scan-faults">
      {faults.map(({ path, detail }) => (
        <li key={path} className={classes.fault}>
          <Text size="sm" fw={550} className="unbroken">
            {path === '.' ? 'The folder itself' : path}
          </Text>
          <Text size="sm" c="dimmed" className="unbroken">
            {detail}
          </Text>
        </li>
      ))}
    </ul>
  );
}
