import { router } from './router.js';

const DOORS = ['/sign-in', '/setup'];

/** To the sign-in page, which afterwards leads back to where one was. Several answers may say "sign in" at once. */
export function leadToSignIn(): void {
  const { pathname, href } = router.latestLocation;
  if (DOORS.includes(pathname)) return;
  void router.navigate({ to: '/sign-in', search: { from: href === '/' ? undefined : href } });
}
