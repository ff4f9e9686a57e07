import { ActionIcon, Menu } from '@mantine/core';
import type { DeviceBook } from '@octavo/contracts';
import { IconBan, IconDots, IconSend } from '@tabler/icons-react';
import { actionsFor, type DeliveryAction } from './delivery-words.js';
import { useWithholdBook } from './device-changes.js';

interface DeviceBookActionsProps {
  deviceId: string;
  book: DeviceBook;
}

/** What can be done with one book of one device. */
export function DeviceBookActions({ deviceId, book }: DeviceBookActionsProps) {
  const actions = actionsFor(book);
  const keep = useWithholdBook(deviceId, book.bookId, true);
  const send = useWithholdBook(deviceId, book.bookId, false);
  if (actions.length === 0) return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={36}
          aria-label={`What to do with ${book.title}`}
          loading={keep.isPending || send.isPending}
        >
          <IconDots size={20} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {actions.map((action) => (
          <Menu.Item
            key={action.words}
            leftSection={<ActionSign action={action} />}
            onClick={() => (action.withheld ? keep : send).mutate()}
          >
            {action.words}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function ActionSign({ action }: { action: DeliveryAction }) {
  return action.withheld ? <IconBan size={18} stroke={1.6} /> : <IconSend size={18} stroke={1.6} />;
}
