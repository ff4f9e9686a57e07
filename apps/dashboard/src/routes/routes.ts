import { DELIVERY_STATES } from '@octavo/contracts';
import { createRootRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { LibraryPage } from '../features/books/library-page.js';
import type { SortOrder } from '../features/books/sort-orders.js';
import { isSortOrder } from '../features/books/sort-orders.js';
import { AppFrame } from '../features/frame/app-frame.js';
import { NotFound } from './not-found.js';

// Every address of the dashboard. The library comes with the first load, the other pages when they are wanted.

const text = z.string().optional().catch(undefined);
const sortOrder = z.custom<SortOrder>(isSortOrder).optional().catch(undefined);

const root = createRootRoute({ notFoundComponent: NotFound });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: z.object({ from: text }),
  component: lazyRouteComponent(() => import('../features/session/sign-in-page.js'), 'SignInPage'),
});

const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  validateSearch: z.object({ token: text }),
  component: lazyRouteComponent(() => import('../features/session/setup-page.js'), 'SetupPage'),
});

const signedIn = createRoute({ getParentRoute: () => root, id: 'signed-in', component: AppFrame });

const library = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  validateSearch: z.object({ q: text, sort: sortOrder, shelf: text }),
  component: LibraryPage,
});

const book = createRoute({
  getParentRoute: () => signedIn,
  path: '/books/$bookId',
  component: lazyRouteComponent(() => import('../features/books/book-page.js'), 'BookPage'),
});

const folders = createRoute({
  getParentRoute: () => signedIn,
  path: '/folders',
  component: lazyRouteComponent(() => import('../features/libraries/folders-page.js'), 'FoldersPage'),
});

const scans = createRoute({
  getParentRoute: () => signedIn,
  path: '/folders/$libraryId/scans',
  component: lazyRouteComponent(() => import('../features/libraries/scans-page.js'), 'ScansPage'),
});

const scan = createRoute({
  getParentRoute: () => signedIn,
  path: '/folders/$libraryId/scans/$scanId',
  component: lazyRouteComponent(() => import('../features/libraries/scan-page.js'), 'ScanPage'),
});

const servers = createRoute({
  getParentRoute: () => signedIn,
  path: '/servers',
  component: lazyRouteComponent(() => import('../features/servers/servers-page.js'), 'ServersPage'),
});

const syncs = createRoute({
  getParentRoute: () => signedIn,
  path: '/servers/$serverId/syncs',
  component: lazyRouteComponent(() => import('../features/servers/syncs-page.js'), 'SyncsPage'),
});

const sync = createRoute({
  getParentRoute: () => signedIn,
  path: '/servers/$serverId/syncs/$syncId',
  component: lazyRouteComponent(() => import('../features/servers/sync-page.js'), 'SyncPage'),
});

const audible = createRoute({
  getParentRoute: () => signedIn,
  path: '/audible',
  // An account that is to be signed in again, where one was led here for that.
  validateSearch: z.object({ signIn: text }),
  component: lazyRouteComponent(() => import('../features/audible/audible-page.js'), 'AudiblePage'),
});

const series = createRoute({
  getParentRoute: () => signedIn,
  path: '/audible/series',
  component: lazyRouteComponent(() => import('../features/audible/series-page.js'), 'SeriesPage'),
});

const storeSyncs = createRoute({
  getParentRoute: () => signedIn,
  path: '/audible/$accountId/stores/$storeId/syncs',
  component: lazyRouteComponent(() => import('../features/audible/store-syncs-page.js'), 'StoreSyncsPage'),
});

const storeSync = createRoute({
  getParentRoute: () => signedIn,
  path: '/audible/$accountId/stores/$storeId/syncs/$syncId',
  component: lazyRouteComponent(() => import('../features/audible/store-sync-page.js'), 'StoreSyncPage'),
});

const devices = createRoute({
  getParentRoute: () => signedIn,
  path: '/devices',
  component: lazyRouteComponent(() => import('../features/devices/devices-page.js'), 'DevicesPage'),
});

const device = createRoute({
  getParentRoute: () => signedIn,
  path: '/devices/$deviceId',
  validateSearch: z.object({ q: text, state: z.enum(DELIVERY_STATES).optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('../features/devices/device-page.js'), 'DevicePage'),
});

const doctor = createRoute({
  getParentRoute: () => signedIn,
  path: '/devices/doctor',
  component: lazyRouteComponent(() => import('../features/doctor/doctor-page.js'), 'DoctorPage'),
});

const shelves = createRoute({
  getParentRoute: () => signedIn,
  path: '/shelves',
  component: lazyRouteComponent(() => import('../features/shelves/shelves-page.js'), 'ShelvesPage'),
});

const activity = createRoute({
  getParentRoute: () => signedIn,
  path: '/activity',
  component: lazyRouteComponent(() => import('../features/activity/activity-page.js'), 'ActivityPage'),
});

const settings = createRoute({
  getParentRoute: () => signedIn,
  path: '/settings',
  component: lazyRouteComponent(() => import('../features/settings/settings-page.js'), 'SettingsPage'),
});

const metadata = createRoute({
  getParentRoute: () => signedIn,
  path: '/settings/metadata',
  component: lazyRouteComponent(() => import('../features/providers/metadata-page.js'), 'MetadataPage'),
});

const review = createRoute({
  getParentRoute: () => signedIn,
  path: '/review',
  component: lazyRouteComponent(() => import('../features/review/review-page.js'), 'ReviewPage'),
});

const pairs = createRoute({
  getParentRoute: () => signedIn,
  path: '/review/works',
  component: lazyRouteComponent(() => import('../features/review/pairs-page.js'), 'PairsPage'),
});

export const routeTree = root.addChildren([
  signIn,
  setup,
  signedIn.addChildren([
    ...[library, book, shelves, folders, scans, scan, servers, syncs, sync],
    ...[audible, series, storeSyncs, storeSync],
    ...[devices, doctor, device, review, pairs, activity, settings, metadata],
  ]),
]);
