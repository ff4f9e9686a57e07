import { ActionIcon, AppShell, Text } from '@mantine/core';
import { IconUserCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { Logo } from '../../ui/logo.js';
import { sessionQuery } from '../session/session.queries.js';
import classes from './frame-header.module.css';

// Needs the floating menu's code, which the first page can do without.
const UserMenu = lazy(() => import('../session/user-menu.js').then((module) => ({ default: module.UserMenu })));

/** The name of the house, and who is in it. */
export function FrameHeader() {
  const session = useQuery(sessionQuery);
  return (
    <AppShell.Header className={classes.header}>
      <Link to="/" className={classes.home} aria-label="Octavo, to the library">
        <Logo />
        <Text component="span" ff="heading" fz={22} fw={600}>
          Octavo
        </Text>
      </Link>
      <Suspense fallback={<UserMenuToCome />}>
        {session.data ? <UserMenu user={session.data.user} /> : <UserMenuToCome />}
      </Suspense>
    </AppShell.Header>
  );
}

function UserMenuToCome() {
  return (
    <ActionIcon variant="subtle" color="gray" size={40} aria-label="Your account" disabled bg="transparent">
      <IconUserCircle size={24} stroke={1.5} />
    </ActionIcon>
  );
}
