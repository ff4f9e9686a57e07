import { randomBytes } from 'node:crypto';
import { AudibleLibrary } from './audible-library.js';
import type { AudibleCountry } from './audible-places.js';
import { deviceKeys, pemOf, type DeviceKeys } from './device-keys.js';

/** Who an account belongs to, as registration tells it. */
export interface AudibleCustomer {
  /** "Amazon"; accounts from before Amazon begin with "pool-". */
  account_pool: string;
  user_id: string;
  home_region: string;
  name: string;
  given_name: string;
}

/** Something an account signed in with: the product, once it is registered. */
export interface AudibleDevice {
  serial: string;
  type: string;
  name: string;
  adpToken: string;
  keys: DeviceKeys;
  refreshToken: string;
}

export interface NewDevice {
  serial: string;
  type: string;
  name: string;
}

const OLD_PHONE: NewDevice = { serial: 'FEDCBA9876543210FEDCBA9876543210', type: 'A2CZJZGLK2JJVM', name: 'Old phone' };

interface AccountOptions {
  name: string;
  /** Of all accounts, which it is. */
  number: number;
  customer?: Partial<AudibleCustomer>;
  /** Milliseconds. */
  now: () => number;
}

/** An account with its devices, its tokens, and a library in every store. One device is registered from the start. */
export class AudibleAccount {
  readonly name: string;
  readonly customer: AudibleCustomer;
  /** Those that are registered. */
  devices: AudibleDevice[] = [];
  /** Good access tokens: whose they are and until when, in milliseconds. */
  readonly accessTokens = new Map<string, { device: AudibleDevice; until: number }>();
  private readonly libraries = new Map<AudibleCountry, AudibleLibrary>();

  constructor(private readonly options: AccountOptions) {
    const { name, number, customer } = options;
    const given_name = name.slice(0, 1).toUpperCase() + name.slice(1);
    const user_id = `amzn1.account.INVENTED${number.toString().padStart(4, '0')}`;
    const told = { account_pool: 'Amazon', user_id, home_region: 'EU', name: `${given_name} Quist`, given_name };
    this.name = name;
    this.customer = { ...told, ...customer };
    this.register(OLD_PHONE);
  }

  /** The device registered last. */
  get device(): AudibleDevice {
    const device = this.devices.at(-1);
    if (!device) throw new Error(`${this.name} has no device any more.`);
    return device;
  }

  /** What it owns in a store. */
  library(country: AudibleCountry): AudibleLibrary {
    const known = this.libraries.get(country);
    if (known) return known;
    const { now, number } = this.options;
    const library = new AudibleLibrary(now, now() - 1000 * (1 + this.libraries.size + 100 * number));
    this.libraries.set(country, library);
    return library;
  }

  /** Adds a device. All of one account have the same pair of keys and each a token of its own. */
  register(device: NewDevice): AudibleDevice {
    const keys = deviceKeys(this.options.number);
    const registered = { ...device, keys, adpToken: anAdpToken(), refreshToken: aToken('Atnr') };
    this.devices.push(registered);
    return registered;
  }

  /** Removes a device, or all. Access tokens stay good for as long as they are. */
  deregister(device?: AudibleDevice): void {
    this.devices = device ? this.devices.filter((one) => one !== device) : [];
  }

  /** A new access token for a device, good for so many seconds. */
  issueAccessToken(device = this.device, seconds = 3600): string {
    const token = aToken('Atna');
    this.accessTokens.set(token, { device, until: this.options.now() + seconds * 1000 });
    return token;
  }

  /** A refresh token in place of the device's own, which is good for nothing from now on. */
  rotateRefreshToken(device = this.device): string {
    device.refreshToken = aToken('Atnr');
    return device.refreshToken;
  }

  /** No access token is good any more. */
  expireTokens(): void {
    this.accessTokens.clear();
  }

  /** What other programs write into a file about the last device: everything is in it, and the access token is fresh. */
  authFile(country: AudibleCountry = 'us'): Record<string, unknown> {
    const { serial, type, name, adpToken, keys, refreshToken } = this.device;
    return {
      website_cookies: { 'session-id': '000-0000000-0000000' },
      adp_token: adpToken,
      access_token: this.issueAccessToken(),
      refresh_token: refreshToken,
      device_private_key: pemOf(keys),
      store_authentication_cookie: { cookie: 'invented' },
      device_info: { device_name: name, device_serial_number: serial, device_type: type },
      customer_info: { ...this.customer },
      expires: this.options.now() / 1000 + 3600,
      locale_code: country,
      with_username: !this.customer.account_pool.startsWith('Amazon'),
      activation_bytes: null,
    };
  }
}

const aToken = (kind: 'Atna' | 'Atnr') => `${kind}|${randomBytes(48).toString('base64url')}`;

/** In the shape of real ones: five parts in braces. The last two always say the same: a name, and "2". */
function anAdpToken(): string {
  const part = (name: string, bytes: number) => `{${name}:${randomBytes(bytes).toString('base64')}}`;
  const told = `{name:${Buffer.from('ADPTokenEncryptionKey').toString('base64')}}{serial:Mg==}`;
  return `${part('enc', 120)}${part('key', 48)}${part('iv', 16)}${told}`;
}
