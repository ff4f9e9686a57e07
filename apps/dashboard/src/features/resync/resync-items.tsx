import { Menu } from '@mantine/core';
import { IconFileSearch, IconRefreshAlert } from '@tabler/icons-react';

const ICON = { size: 18, stroke: 1.6 };

interface ResyncItemsProps {
  onScan: () => void;
  /** Asked about before it is done. */
  onRefresh: () => void;
}

/** The two ways of reading files anew, for the menu of a book or a file. */
export function ResyncItems({ onScan, onRefresh }: ResyncItemsProps) {
  return (
    <>
      <Menu.Item leftSection={<IconFileSearch {...ICON} />} onClick={onScan}>
        Scan for new metadata
      </Menu.Item>
      <Menu.Item leftSection={<IconRefreshAlert {...ICON} />} onClick={onRefresh}>
        Refresh all metadata
      </Menu.Item>
    </>
  );
}
