import { Text } from '@mantine/core';
import type { Device } from '@octavo/contracts';
import { Moment } from '../../ui/moment.js';
import { DeviceProgress } from './device-progress.js';
import { DeviceScope } from './device-scope.js';
import { StoreSwitch } from './store-switch.js';

/** How far a device is, when it last called, what it gets, and from where. */
export function DeviceFacts({ device }: { device: Device }) {
  return (
    <>
      <DeviceProgress device={device} />
      <LastCalls device={device} />
      <DeviceScope device={device} />
      <StoreSwitch device={device} />
    </>
  );
}

/** The model and firmware as the device itself says. */
export function modelWords({ model, firmware }: Pick<Device, 'model' | 'firmware'>): string {
  if (model === null) return 'The model is known once it has called';
  return firmware === null ? model : `${model}, firmware ${firmware}`;
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
