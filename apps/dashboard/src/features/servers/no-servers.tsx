import { Text } from '@mantine/core';
import { IconServer } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { NothingHere } from '../../ui/nothing-here.js';

/** What connecting a server is good for; `children`: the way to do it. */
export function NoServers({ children }: { children: ReactNode }) {
  return (
    <NothingHere icon={<IconServer size={56} stroke={1.2} />} title="No server is connected">
      <Text c="dimmed">
        Books on a Nextcloud, an ownCloud, a NAS or any other WebDAV server can be in your library without being copied
        here. Octavo only reads there: it looks what there is every few minutes and changes no file.
      </Text>
      {children}
    </NothingHere>
  );
}
