import { Notifications } from '@mantine/notifications';
import classes from './announcements.module.css';

/** Where announcements appear. A file of its own, since nothing is announced before the first page stands. */
export function Announcements() {
  return <Notifications position="bottom-right" className={classes.announcements} />;
}
