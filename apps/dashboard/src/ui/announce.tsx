import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { problemOf } from '../api.js';
import { FaultList, type NamedFault } from './fault-list.js';

const LONG_ENOUGH_TO_READ = 10_000;
const LONG_ENOUGH_TO_DECIDE = 20_000;
const SHORTEST = 4_000;
const PER_LETTER = 70;

/** Says in passing that something was done. */
export function announce(message: string): void {
  notifications.show({ message, autoClose: Math.max(SHORTEST, PER_LETTER * message.length), withBorder: true });
}

/** Says what was done, with a way back for as long as it is shown. */
export function announceWithUndo(message: string, onUndo: () => void): void {
  const undo = () => {
    notifications.hide(id);
    onUndo();
  };
  const id = notifications.show({
    message: (
      <Group justify="space-between" wrap="nowrap">
        {message}
        <Button size="compact-sm" variant="light" onClick={undo} style={{ flexShrink: 0 }}>
          Undo
        </Button>
      </Group>
    ),
    autoClose: LONG_ENOUGH_TO_DECIDE,
    withBorder: true,
  });
}

/** Says that something was not done, and why; stays longer, since it must be read. */
export function announceProblem(error: unknown): void {
  const { title, detail, errors = [] } = problemOf(error);
  const faults = errors.map(({ path, message }) => ({ name: path, detail: message }));
  if (faults.length > 1) announceFaults(title, faults);
  else notifications.show({ title, message: detail, color: 'red', autoClose: LONG_ENOUGH_TO_READ, withBorder: true });
}

/** Says of several things what is wrong with each; stays until it is closed. */
export function announceFaults(title: string, faults: readonly NamedFault[]): void {
  notifications.show({
    title,
    message: <FaultList faults={faults} />,
    color: 'red',
    autoClose: false,
    withBorder: true,
  });
}
