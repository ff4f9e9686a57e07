import { modelName } from './model-names.js';
import { DeviceAuthBody, type DeviceAuthAnswer } from './wire/device-auth.js';

/** Random values for one answer: tokens of at least 24 letters and digits, and a UUID. */
export interface DeviceTokens {
  accessToken: string;
  refreshToken: string;
  trackingId: string;
}

/** What a device tells of itself when it signs in; fields it left out are absent. */
export interface DeviceIdentity {
  model?: string;
  firmware?: string;
  serial?: string;
}

/**
 * The answer to POST v1/auth/device and v1/auth/refresh (status 200, never 201). Below our base the path says who calls;
 * the access token does so where there is no path of ours, at the reading services. `body` is what the device sent, or
 * anything: only the user key is echoed, "" where there is none.
 */
export function deviceAuthAnswer(body: unknown, tokens: DeviceTokens): DeviceAuthAnswer {
  return {
    AccessToken: tokens.accessToken,
    RefreshToken: tokens.refreshToken,
    TokenType: 'Bearer',
    TrackingId: tokens.trackingId,
    UserKey: fieldsOf(body).UserKey ?? '',
  };
}

/** Model, firmware and serial number from the same body. */
export function readDeviceIdentity(body: unknown): DeviceIdentity {
  const { PlatformId, AppVersion, SerialNumber } = fieldsOf(body);
  const model = modelName(PlatformId);
  return {
    ...(model && { model }),
    ...(AppVersion && { firmware: AppVersion }),
    ...(SerialNumber && { serial: SerialNumber }),
  };
}

function fieldsOf(body: unknown): DeviceAuthBody {
  const parsed = DeviceAuthBody.safeParse(body);
  return parsed.success ? parsed.data : {};
}
