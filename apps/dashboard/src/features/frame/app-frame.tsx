import { AppShell } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { useRef } from 'react';
import { useIsPhone } from '../../ui/use-is-phone.js';
import { AudibleBanner } from '../audible/audible-banner.js';
import { LiveBanner } from '../live/live-banner.js';
import { sessionQuery } from '../session/session.queries.js';
import { UploadCorner } from '../uploads/upload-corner.js';
import classes from './app-frame.module.css';
import { FrameHeader } from './frame-header.js';
import { Navigation } from './navigation.js';
import { SkipLink } from './skip-link.js';
import { useFocusAfterNavigation } from './use-focus-after-navigation.js';

/** What stands around every page of a signed-in user. */
export function AppFrame() {
  const main = useRef<HTMLElement>(null);
  const phone = useIsPhone();
  const isSignedIn = useQuery(sessionQuery).data !== undefined;
  useFocusAfterNavigation(main);
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 216, breakpoint: 'sm', collapsed: { mobile: true } }}
      footer={{ height: { base: 'calc(3.75rem + env(safe-area-inset-bottom))', sm: 0 } }}
      padding={{ base: 'md', sm: 'xl' }}
      transitionDuration={0}
    >
      <SkipLink to={main} />
      <FrameHeader />
      {!phone && (
        // The landmark is the navigation within.
        <AppShell.Navbar p="md" role="presentation">
          <Navigation />
        </AppShell.Navbar>
      )}
      <AppShell.Main ref={main} id="main" tabIndex={-1}>
        {isSignedIn && <LiveBanner />}
        {isSignedIn && <AudibleBanner />}
        <Outlet />
      </AppShell.Main>
      <UploadCorner />
      {phone && (
        <AppShell.Footer className={classes.footer}>
          <Navigation />
        </AppShell.Footer>
      )}
    </AppShell>
  );
}
