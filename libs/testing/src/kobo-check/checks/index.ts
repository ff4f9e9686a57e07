import type { Check } from '../check.js';
import { ANNOTATIONS } from './annotations.js';
import { COVERS } from './covers.js';
import { DELETIONS } from './deletions.js';
import { DOWNLOADS } from './downloads.js';
import { EVERYTHING_ELSE } from './everything-else.js';
import { INITIALIZATION } from './initialization.js';
import { METADATA } from './metadata.js';
import { OIDC } from './oidc.js';
import { READING_STATE } from './reading-state.js';
import { READING_STATE_PARTS } from './reading-state-parts.js';
import { SIGN_IN } from './sign-in.js';
import { STRANGERS } from './strangers.js';
import { SYNC_CHANGES } from './sync-changes.js';
import { SYNC_DEVICES } from './sync-devices.js';
import { SYNC_FIRST } from './sync-first.js';
import { SYNC_PAGES } from './sync-pages.js';
import { SYNC_TOKENS } from './sync-tokens.js';
import { TAGS_FROM_DEVICE } from './tags-from-device.js';
import { TAGS_TO_DEVICE } from './tags-to-device.js';

/** Checks of one kind, in the order they are run. */
export interface Subject {
  title: string;
  checks: readonly Check[];
}

export const SUBJECTS: readonly Subject[] = [
  { title: 'Signing in', checks: SIGN_IN },
  { title: 'Initialization', checks: INITIALIZATION },
  { title: 'OpenID Connect', checks: OIDC },
  { title: 'The first sync', checks: SYNC_FIRST },
  { title: 'Sync tokens', checks: SYNC_TOKENS },
  { title: 'Pages', checks: SYNC_PAGES },
  { title: 'Changes', checks: SYNC_CHANGES },
  { title: 'Devices and readers', checks: SYNC_DEVICES },
  { title: 'Metadata', checks: METADATA },
  { title: 'Downloads', checks: DOWNLOADS },
  { title: 'Covers', checks: COVERS },
  { title: 'Reading states', checks: [...READING_STATE, ...READING_STATE_PARTS] },
  { title: 'Collections made on a device', checks: TAGS_FROM_DEVICE },
  { title: 'Shelves of the server', checks: TAGS_TO_DEVICE },
  { title: 'Books removed on a device', checks: DELETIONS },
  { title: 'Everything else', checks: EVERYTHING_ELSE },
  { title: 'Annotations', checks: ANNOTATIONS },
  { title: 'Unknown tokens', checks: STRANGERS },
];
