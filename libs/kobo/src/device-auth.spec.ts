import { deviceAuthAnswer, readDeviceIdentity } from './device-auth.js';
import { DeviceAuthAnswer } from './wire/device-auth.js';

const TOKENS = {
  accessToken: 'A'.repeat(24),
  refreshToken: 'R'.repeat(24),
  trackingId: 'b6a6f3d4-0a06-4d4c-8a1c-3c1f7e8e2f10',
};

describe('the answer to a device that signs in', () => {
  it.each<[string, unknown, string]>([
    ['with a user key', { UserKey: 'k', SerialNumber: 's' }, 'k'],
    ['without one', { SerialNumber: 's' }, ''],
    ['with an empty one', { UserKey: '' }, ''],
    ['with a number for one', { UserKey: 5 }, ''],
    ['with a kilobyte for one', { UserKey: 'k'.repeat(1024) }, ''],
    ['with an empty body', undefined, ''],
    ['with text', 'UserKey=k', ''],
    ['with an array', [], ''],
  ])('%s echoes the key or nothing', (_name, body, userKey) => {
    const answer = deviceAuthAnswer(body, TOKENS);
    expect(answer).toEqual({
      AccessToken: TOKENS.accessToken,
      RefreshToken: TOKENS.refreshToken,
      TokenType: 'Bearer',
      TrackingId: TOKENS.trackingId,
      UserKey: userKey,
    });
    expect(DeviceAuthAnswer.parse(answer)).toEqual(answer);
  });
});

it('the body of the sign-in says which device it is', () => {
  const body = {
    PlatformId: '00000000-0000-0000-0000-000000000373',
    AppVersion: '4.45.23697',
    SerialNumber: 'N7090A0000000',
  };
  expect(readDeviceIdentity(body)).toEqual({ model: 'Kobo Aura ONE', firmware: '4.45.23697', serial: 'N7090A0000000' });
  expect(readDeviceIdentity(null)).toEqual({});
});
