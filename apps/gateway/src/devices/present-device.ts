import { DEVICE_STEPS, type Device, type DeviceScope } from '@octavo/contracts';
import type { ChosenScope, Database, PairedDeviceRow } from '@octavo/database';

/** Devices as the API shows them. */
export async function presentDevices(database: Database, devices: PairedDeviceRow[]): Promise<Device[]> {
  const counts = await database.devices.deliveryCounts(devices.map(({ id }) => id));
  return devices.map(({ id, name, storeProxy, model, firmware, clockAheadSec, ...device }) => ({
    id,
    name,
    scope: scopeOf(device),
    storeProxy,
    model,
    firmware,
    createdAt: device.createdAt.toISOString(),
    lastSeenAt: device.lastSeenAt?.toISOString() ?? null,
    lastSyncAt: device.syncPoint?.lastSyncAt?.toISOString() ?? null,
    ...(counts.get(id) ?? { granted: 0, acknowledged: 0, downloaded: 0 }),
    steps: DEVICE_STEPS.flatMap((step) => {
      const taken = device.steps.find((row) => row.step === step);
      return taken ? [{ step, at: taken.at.toISOString() }] : [];
    }),
    clockAheadSec,
  }));
}

function scopeOf({ scope, libraries, shelves }: Pick<PairedDeviceRow, 'scope' | 'libraries' | 'shelves'>): DeviceScope {
  if (scope === 'libraries') return { kind: scope, libraryIds: libraries.map(({ libraryId }) => libraryId) };
  if (scope === 'shelves') return { kind: scope, shelfIds: shelves.map(({ shelfId }) => shelfId) };
  return { kind: 'everything' };
}

/** A scope as the database keeps it. */
export function chosen(scope: DeviceScope): ChosenScope {
  if (scope.kind === 'libraries') return { scope: scope.kind, ids: scope.libraryIds };
  return { scope: scope.kind, ids: scope.kind === 'shelves' ? scope.shelfIds : [] };
}
