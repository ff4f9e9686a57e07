import type { DeviceApi } from './device-api.js';
import { SyncBroken } from './device-link.js';
import { deviceId, platformId } from './device-profile.js';
import { rawGet } from './raw-get.js';
import { signInDevice, signInWithOauth } from './sign-in.js';

/** Everything a device does before it asks for its library. Throws SyncBroken where it would give up. */
export async function startDevice(api: DeviceApi): Promise<void> {
  const { profile, session } = api;
  await api.get(`/v1/affiliate?PlatformID=${platformId(profile)}&SerialNumber=${profile.serial}`, false);
  if (session.resources && !session.cloudToken) await signInWithOauth(api);
  if (!session.accessToken) await signInDevice(api);
  session.resources = await initialize(api);
  // before its first initialization it knows the store's own host only, where nobody could sign it in to us
  if (!session.cloudToken) await signInWithOauth(api);
  await api.get('/v1/user/profile');
  await api.get('/v1/user/loyalty/benefits');
  await api.get('/v1/products/books/subscriptions');
  await api.get('/v1/deals');
  await getAssets(api);
  await api.post('/v1/analytics/gettests', { AffiliateName: 'Kobo', TestKey: deviceId(profile) });
}

async function initialize(api: DeviceApi): Promise<Record<string, unknown>> {
  const { Resources, ...others } = (await api.get('/v1/initialization', false)) as Record<string, unknown>;
  if (typeof Resources !== 'object' || Resources === null) throw api.link.refuse('initialization has no Resources');
  if (Object.keys(others).length > 0) api.link.note('initialization has more than Resources');
  for (const [key, value] of Object.entries(Resources)) {
    const table = key === 'blackstone_header' || key === 'free_books_page';
    if (typeof value !== (table ? 'object' : 'string') || value === null) {
      api.link.note(`the resource ${key} is ${JSON.stringify(value)}`);
    }
  }
  return Resources as Record<string, unknown>;
}

async function getAssets(api: DeviceApi): Promise<void> {
  const path = '/v1/assets?DiffRequests=[{"Key":"ThirdPartyApps","ETag":"1"}]';
  const { status, text } = await rawGet(api.endpoint, path, api.headers()).catch((error: unknown) => {
    throw new SyncBroken(`GET /v1/assets: ${String(error)}`);
  });
  api.link.transcript.push(`GET /v1/assets, unescaped ${status} ${text.length} B`);
  if (status !== 200) throw api.link.refuse(`GET /v1/assets with an unescaped query was answered with ${status}`);
}
