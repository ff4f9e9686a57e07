import { createRouter } from '@tanstack/react-router';
import { PageFailed } from './page-failed.js';
import { parseSearch, stringifySearch } from './plain-search.js';
import { routeTree } from './routes.js';

export const router = createRouter({
  routeTree,
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  defaultErrorComponent: PageFailed,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
