import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import type { ReactNode } from 'react';

/** How icons stand before the items of a menu. */
export const MENU_ICON = { size: 18, stroke: 1.6 };

interface ChangeMenuProps {
  /** Of the thing that is changed. */
  name: string;
  /** True while a change is on its way. */
  pending: boolean;
  children: ReactNode;
}

/** Three dots that open what can be changed about a thing; the items are its children. */
export function ChangeMenu({ name, pending, children }: ChangeMenuProps) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={36} aria-label={`Change ${name}`} loading={pending}>
          <IconDots size={20} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}

/** Has a thing pause, or go on. */
export function PauseItem({ paused, onChange }: { paused: boolean; onChange: (paused: boolean) => void }) {
  return (
    <Menu.Item
      leftSection={paused ? <IconPlayerPlay {...MENU_ICON} /> : <IconPlayerPause {...MENU_ICON} />}
      onClick={() => onChange(!paused)}
    >
      {paused ? 'Resume' : 'Pause'}
    </Menu.Item>
  );
}
