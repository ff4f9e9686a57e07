import {
  IconActivity,
  IconBookmarks,
  IconBooks,
  IconChecklist,
  IconDeviceTablet,
  IconFolders,
  IconSettings,
} from '@tabler/icons-react';

/**
 * The pages the navigation leads to, in its order. Seven is what the bar of a narrow phone holds: where books come from
 * is one place, whose pages lead to each other (source-tabs.tsx). `operators`: the server answers only administrators there.
 */
export const PLACES = [
  { to: '/', label: 'Library', Icon: IconBooks, operators: false },
  { to: '/review', label: 'Review', Icon: IconChecklist, operators: false },
  { to: '/shelves', label: 'Shelves', Icon: IconBookmarks, operators: false },
  { to: '/folders', label: 'Sources', Icon: IconFolders, operators: false },
  { to: '/devices', label: 'Devices', Icon: IconDeviceTablet, operators: false },
  { to: '/activity', label: 'Activity', Icon: IconActivity, operators: true },
  { to: '/settings', label: 'Settings', Icon: IconSettings, operators: false },
] as const;
