import {
  APP_VERSION_HEADER,
  DEVICE_MODEL_HEADER,
  headerText,
  PLATFORM_ID_HEADER,
  type RequestHeaders,
} from './headers.js';
import { modelName } from './model-names.js';

/** What a device says of itself. The serial number is in no header, only in the body of auth/device. */
export interface DeviceHeaders {
  /** As sold ("Kobo Libra Colour"), or whatever the device wrote where the number is not known to us. */
  model?: string;
  /** As "4.45.23697". */
  firmware?: string;
}

// "... (Kobo Touch 0393/4.45.23697)": every model calls itself Touch; the number and the firmware tell
const NICKEL = /\(Kobo [^()/]{1,40}? (\d{3,4})\/(\d+(?:\.\d+){1,3})[^()]{0,40}\)/;
const LONGEST = 100;

/**
 * Model and firmware from a device's request headers. The x-kobo headers are missing on the first calls of a sync and
 * the user agent is not, so each fills in for the other. Fields are absent where neither tells; it never throws.
 */
export function readDeviceHeaders(headers: RequestHeaders): DeviceHeaders {
  const agent = headerText(headers, 'user-agent')?.slice(0, 1000) ?? '';
  const [, agentNumber, agentFirmware] = NICKEL.exec(agent) ?? [];
  const platform = headerText(headers, PLATFORM_ID_HEADER);
  const claimed = headerText(headers, DEVICE_MODEL_HEADER);
  const model =
    modelName(platform) ?? modelName(agentNumber) ?? claimed ?? (agentNumber && `Kobo (model ${agentNumber})`);
  const firmware = headerText(headers, APP_VERSION_HEADER) ?? agentFirmware;
  return {
    ...(model && { model: model.slice(0, LONGEST) }),
    ...(firmware && { firmware: firmware.slice(0, LONGEST) }),
  };
}
