import type { Finding } from '@octavo/contracts';
import { deviceClockFinding, firmwareFinding, lastSeenFinding } from './contact.js';
import type { DeviceObserved } from './observed.js';
import { stepFindings } from './steps.js';
import { tokensFinding, upToDateFinding } from './syncing.js';

/** Everything there is to say of a device, in the order a person would ask. */
export function deviceFindings(device: DeviceObserved, now: Date): Finding[] {
  return [
    lastSeenFinding(device, now),
    firmwareFinding(device),
    ...stepFindings(device, now),
    tokensFinding(device),
    upToDateFinding(device, now),
    deviceClockFinding(device),
  ];
}
