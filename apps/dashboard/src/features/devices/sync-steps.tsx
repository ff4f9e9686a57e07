import { Text } from '@mantine/core';
import type { Device } from '@octavo/contracts';
import { IconCheck, IconMinus } from '@tabler/icons-react';
import { Moment } from '../../ui/moment.js';
import { stepsTaken } from './step-words.js';
import classes from './sync-steps.module.css';

/** How far a device comes when it syncs: each step, and when it last took it. */
export function SyncSteps({ steps }: Pick<Device, 'steps'>) {
  return (
    <ol className={classes.steps} data-testid="sync-steps">
      {stepsTaken(steps).map(({ step, words, at }) => (
        <li key={step} className={classes.step} data-taken={at !== undefined}>
          {at === undefined ? <IconMinus size={16} aria-hidden="true" /> : <IconCheck size={16} aria-hidden="true" />}
          <span>
            {words}
            <Text component="span" display="block" size="xs" c="dimmed">
              {at === undefined ? 'not yet' : <Moment at={at} />}
            </Text>
          </span>
        </li>
      ))}
    </ol>
  );
}
