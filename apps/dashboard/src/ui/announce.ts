import { notifications } from '@mantine/notifications';
import { problemOf } from '../api.js';

/** Says in passing that something was done. */
export function announce(message: string): void {
  notifications.show({ message, withBorder: true });
}

/** Says that something was not done, and why; stays longer, since it must be read. */
export function announceProblem(error: unknown): void {
  const { title, detail } = problemOf(error);
  notifications.show({ title, message: detail, color: 'red', autoClose: 10_000, withBorder: true });
}
