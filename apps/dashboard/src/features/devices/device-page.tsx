import { Stack } from '@mantine/core';
import type { Device } from '@octavo/contracts';
import { useNavigate, useParams } from '@tanstack/react-router';
import { BackLink } from '../../ui/back-link.js';
import { Page } from '../../ui/page.js';
import { Section } from '../../ui/section.js';
import { WhenLoaded } from '../../ui/when-loaded.js';
import { DeviceBooks } from './device-books.js';
import { DeviceFacts, modelWords } from './device-facts.js';
import { DeviceMenu } from './device-menu.js';
import { SyncSteps } from './sync-steps.js';
import { useDevice } from './use-device.js';

/** One device: what is known of it, how far its last sync came, and each of its books. */
export function DevicePage() {
  const { deviceId } = useParams({ from: '/signed-in/devices/$deviceId' });
  const device = useDevice(deviceId);
  const navigate = useNavigate();
  const leave = () => void navigate({ to: '/devices' });
  const menu = device.data && <DeviceMenu device={device.data} onRevoked={leave} />;
  return (
    <Page title={device.data?.name ?? 'Device'} actions={menu}>
      <BackLink to="/devices">Devices</BackLink>
      <WhenLoaded query={device}>{(found) => <DeviceSheet device={found} />}</WhenLoaded>
    </Page>
  );
}

function DeviceSheet({ device }: { device: Device }) {
  return (
    <>
      <Stack className="panel" gap="sm">
        <div>{modelWords(device)}</div>
        <DeviceFacts device={device} />
      </Stack>
      <Section title="Its last sync" about="A Kobo takes these steps in this order.">
        <SyncSteps steps={device.steps} />
      </Section>
      <DeviceBooks device={device} />
    </>
  );
}
