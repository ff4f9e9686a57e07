import { ActionIcon, Group, Menu, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { Device } from '@octavo/contracts';
import { IconDots, IconPencil, IconUnlink } from '@tabler/icons-react';
import { Moment } from '../../ui/moment.js';
import { DeviceProgress } from './device-progress.js';
import { RenameDialog } from './rename-dialog.js';
import { RevokeDialog } from './revoke-dialog.js';

/** One device: what it is, when it last called, and how much of the library it has. */
export function DevicePanel({ device }: { device: Device }) {
  const [renaming, rename] = useDisclosure(false);
  const [revoking, revoke] = useDisclosure(false);
  return (
    <li className="panel" data-testid="device">
      <Stack gap="sm">
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <div style={{ minWidth: 0 }}>
            <Title order={2} size="h4" className="unbroken">
              {device.name}
            </Title>
            <Text size="sm" c="dimmed">
              {modelWords(device)}
            </Text>
          </div>
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon variant="subtle" color="gray" size={36} aria-label={`Change ${device.name}`}>
                <IconDots size={20} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconPencil size={18} stroke={1.6} />} onClick={rename.open}>
                Rename
              </Menu.Item>
              <Menu.Item color="red" leftSection={<IconUnlink size={18} stroke={1.6} />} onClick={revoke.open}>
                Revoke
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </Group>
        <DeviceProgress device={device} />
        <LastCalls device={device} />
      </Stack>
      {renaming && <RenameDialog device={device} onClose={rename.close} />}
      {revoking && <RevokeDialog device={device} onClose={revoke.close} />}
    </li>
  );
}

function LastCalls({ device: { lastSeenAt, lastSyncAt, createdAt } }: { device: Device }) {
  return (
    <Text size="sm" c="dimmed">
      {lastSeenAt === null ? (
        'Has not called yet'
      ) : (
        <>
          Seen <Moment at={lastSeenAt} />
        </>
      )}
      {lastSyncAt !== null && (
        <>
          {' '}
          · synced <Moment at={lastSyncAt} />
        </>
      )}{' '}
      · paired <Moment at={createdAt} />
    </Text>
  );
}

function modelWords({ model, firmware }: Device): string {
  if (model === null) return 'The model is known once it has called';
  return firmware === null ? model : `${model}, firmware ${firmware}`;
}
