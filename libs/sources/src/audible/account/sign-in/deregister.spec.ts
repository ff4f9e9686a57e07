import { REAL_HOSTS } from '../hosts.js';
import { errorOf } from '../testing/all-of-error.js';
import { ScriptedAsk } from '../testing/scripted-ask.js';
import { deregister } from './deregister.js';

const ORDER = {
  credentials: { country: 'de', withUsername: false },
  accessToken: 'Atna|fresh',
  hosts: REAL_HOSTS,
  now: 0,
} as const;

describe('removing the device from the account', () => {
  it('removes this one only', async () => {
    const network = new ScriptedAsk({ body: '' });
    await deregister(network.ask, ORDER);
    const { origin, target, method, headers } = network.first;
    expect([method, origin, target]).toEqual(['POST', 'https://api.amazon.de', '/auth/deregister']);
    expect(network.json()).toEqual({ deregister_all_existing_accounts: false });
    expect(headers).toMatchObject({ 'x-amz-access-token': 'Atna|fresh', 'content-type': 'application/json' });
    expect(headers).not.toHaveProperty('authorization');
  });

  it.each([
    [401, 'reauth_required'],
    [403, 'reauth_required'],
    [404, 'rejected'],
    [500, 'server_error'],
    [301, 'outage'],
  ])('fails with %p', async (status, reason) => {
    const error = await errorOf(deregister(new ScriptedAsk({ status }).ask, ORDER));
    expect(error).toMatchObject({ reason });
  });
});
