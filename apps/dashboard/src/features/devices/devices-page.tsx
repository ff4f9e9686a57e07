import { Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDeviceTablet, IconPlus, IconStethoscope } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { ButtonLink } from '../../ui/button-link.js';
import { NothingHere } from '../../ui/nothing-here.js';
import { Page } from '../../ui/page.js';
import { WhenLoaded } from '../../ui/when-loaded.js';
import { DevicePanel } from './device-panel.js';
import { devicesQuery } from './devices.queries.js';
import { PairDialog } from './pair-dialog.js';

/** The Kobos of this account, and the way to add one. */
export function DevicesPage() {
  const devices = useQuery(devicesQuery);
  const [pairing, dialog] = useDisclosure(false);
  const pair = (
    <Group gap="xs">
      <ButtonLink to="/devices/doctor" variant="default" leftSection={<IconStethoscope size={18} stroke={1.6} />}>
        Kobo doctor
      </ButtonLink>
      <Button leftSection={<IconPlus size={18} />} onClick={dialog.open} data-testid="pair-device">
        Pair a Kobo
      </Button>
    </Group>
  );
  return (
    <Page title="Devices" actions={pair}>
      <WhenLoaded query={devices}>
        {({ items }) => (
          <Stack component="ul" gap="sm" className="quiet-list">
            {items.length === 0 && <NoDevices />}
            {items.map((device) => (
              <DevicePanel key={device.id} device={device} />
            ))}
          </Stack>
        )}
      </WhenLoaded>
      {pairing && <PairDialog onClose={dialog.close} />}
    </Page>
  );
}

function NoDevices() {
  return (
    <li>
      <NothingHere icon={<IconDeviceTablet size={56} stroke={1.2} />} title="No device is paired">
        <Text c="dimmed">
          A paired Kobo finds your books with its own sync button, converted to KEPUB, and needs no app and no cable
          after the first time.
        </Text>
      </NothingHere>
    </li>
  );
}
