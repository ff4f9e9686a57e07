import {
  IconActivity,
  IconBookmarks,
  IconBooks,
  IconChecklist,
  IconDeviceTablet,
  IconFolders,
  IconServer,
  IconSettings,
} from '@tabler/icons-react';

/** The pages the navigation leads to, in its order. `operators`: the server answers only administrators there. */
export const PLACES = [
  { to: '/', label: 'Library', Icon: IconBooks, operators: false },
  { to: '/review', label: 'Review', Icon: IconChecklist, operators: false },
  { to: '/shelves', label: 'Shelves', Icon: IconBookmarks, operators: false },
  { to: '/folders', label: 'Folders', Icon: IconFolders, operators: false },
  { to: '/servers', label: 'Servers', Icon: IconServer, operators: false },
  { to: '/devices', label: 'Devices', Icon: IconDeviceTablet, operators: false },
  { to: '/activity', label: 'Activity', Icon: IconActivity, operators: true },
  { to: '/settings', label: 'Settings', Icon: IconSettings, operators: false },
] as const;

/** Whether a path lies within a place; a book is in the library. */
export function isWithin(pathname: string, place: (typeof PLACES)[number]['to']): boolean {
  if (place === '/') return pathname === '/' || pathname.startsWith('/books/');
  return pathname === place || pathname.startsWith(`${place}/`);
}
