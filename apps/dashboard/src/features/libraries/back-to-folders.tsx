import { IconArrowLeft } from '@tabler/icons-react';
import { TextLink } from '../../ui/text-link.js';
import classes from './back-to-folders.module.css';

/** From what is known of one folder's scans to all folders. */
export function BackToFolders() {
  return (
    <TextLink to="/folders" size="sm" className={classes.back}>
      <IconArrowLeft size={16} aria-hidden="true" /> Folders
    </TextLink>
  );
}
