import { createHash } from 'node:crypto';
import { modelName } from '@octavo/kobo';

/** Which device is being played. */
export interface DeviceProfile {
  /** The model's number, three digits: 393 is a Clara Colour. */
  model: string;
  firmware: string;
  serial: string;
}

export const CLARA_COLOUR: DeviceProfile = { model: '393', firmware: '4.45.23697', serial: 'N3670A0000000' };

export const platformId = ({ model }: DeviceProfile) => `00000000-0000-0000-0000-000000000${model}`;
export const deviceId = ({ serial }: DeviceProfile) => createHash('sha256').update(serial).digest('hex');

export function userAgent({ model, firmware }: DeviceProfile): string {
  const browser = 'AppleWebKit/538.1 (KHTML, like Gecko) Version/4.0 Mobile Safari/538.1';
  return `Mozilla/5.0 (Linux; U; Android 2.0; en-us;) ${browser} (Kobo Touch 0${model}/${firmware})`;
}

/** What a device has been told and keeps between syncs, besides its books. */
export interface Session {
  accessToken?: string;
  refreshToken?: string;
  userKey?: string;
  /** The token of its sign-in with the OAuth host. */
  cloudToken?: string;
  cloudRefreshToken?: string;
  resources?: Record<string, unknown>;
}

/** The headers of every call to the API host. The first calls of a sync do not name the device. */
export function deviceHeaders(profile: DeviceProfile, session: Session, named = true): Record<string, string> {
  const { model, firmware } = profile;
  return {
    accept: 'application/json',
    'accept-encoding': 'gzip',
    'accept-language': 'en-US,*',
    'user-agent': userAgent(profile),
    'x-kobo-affiliatename': 'Kobo',
    'x-kobo-appversion': firmware,
    'x-kobo-devicemodel': modelName(model) ?? 'Kobo',
    'x-kobo-deviceos': '4.9.77',
    'x-kobo-deviceosversion': 'NA',
    'x-kobo-platformid': platformId(profile),
    ...(named && { 'x-kobo-deviceid': deviceId(profile) }),
    ...(named && session.userKey && { 'x-kobo-userkey': session.userKey }),
    ...(session.accessToken && { authorization: `Bearer ${session.accessToken}` }),
  };
}
