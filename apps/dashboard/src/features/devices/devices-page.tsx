import { Button, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDeviceTablet, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
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
    <Button leftSection={<IconPlus size={18} />} onClick={dialog.open} data-testid="pair-device">
      Pair a Kobo
    </Button>
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
