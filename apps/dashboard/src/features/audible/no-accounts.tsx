import { Text } from '@mantine/core';
import { IconHeadphones } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { NothingHere } from '../../ui/nothing-here.js';

/** What connecting an account is good for; `children`: the way to do it. */
export function NoAccounts({ children }: { children: ReactNode }) {
  return (
    <NothingHere icon={<IconHeadphones size={56} stroke={1.2} />} title="No Audible account is connected">
      <Text c="dimmed">
        What you have bought at Audible can stand in your library beside your books: how far you have heard each title,
        which of them you also have to read, and what your series still lack. Octavo only reads there: it changes
        nothing at Audible, and downloads no audio.
      </Text>
      {children}
    </NothingHere>
  );
}
