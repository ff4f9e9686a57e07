import type { DeviceStep } from '@octavo/contracts';
import type { PairedDeviceRow, Untold } from '@octavo/database';

/** All that is known of a device, as plain data. */
export interface DeviceObserved {
  model: string | null;
  firmware: string | null;
  createdAt: Date;
  lastSeenAt: Date | null;
  lastSyncAt: Date | null;
  storeProxy: boolean;
  clockAheadSec: number | null;
  /** When it last took each step. */
  steps: Partial<Record<DeviceStep, Date>>;
  /** How it treats its sync tokens; see the domain's habits. */
  habits: { tokensGiven: number; carriesTokens: boolean; advances: boolean; doubtfulEnds: number };
  /** Books it may open, and those it has downloaded. */
  granted: number;
  downloaded: number;
  untold: Untold;
}

/** What its own row tells of a device. */
export function observedOf(row: PairedDeviceRow): Omit<DeviceObserved, 'granted' | 'downloaded' | 'untold'> {
  const { model, firmware, createdAt, lastSeenAt, storeProxy, clockAheadSec, syncPoint } = row;
  const { tokensGiven = 0, carriesTokens = false, advances = false, doubtfulEnds = 0 } = syncPoint ?? {};
  return {
    model,
    firmware,
    createdAt,
    lastSeenAt,
    storeProxy,
    clockAheadSec,
    lastSyncAt: syncPoint?.lastSyncAt ?? null,
    steps: Object.fromEntries(row.steps.map(({ step, at }) => [step, at])),
    habits: { tokensGiven, carriesTokens, advances, doubtfulEnds },
  };
}
