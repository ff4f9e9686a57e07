import type { Answer, Call, DeviceLink } from './device-link.js';
import { deviceHeaders, type DeviceProfile, type Session } from './device-profile.js';

/** The device's calls to its API host, each with the headers of a real one. Paths begin with a slash. */
export class DeviceApi {
  session: Session = {};

  constructor(
    readonly endpoint: string,
    readonly profile: DeviceProfile,
    readonly link: DeviceLink,
  ) {}

  /** The answer's JSON; an error or no JSON breaks the sync. `named`: whether the call says which device it is. */
  get(path: string, named = true): Promise<unknown> {
    return this.link.json('GET', this.endpoint + path, { headers: this.headers(named) });
  }

  post(path: string, body: unknown): Promise<unknown> {
    return this.link.json('POST', this.endpoint + path, { headers: this.jsonHeaders(), body });
  }

  /** A change of the device's own. Nothing of the answer is read but whether it was taken. */
  async push(method: string, path: string, body?: unknown): Promise<void> {
    const { status } = await this.request(method, path, { headers: this.jsonHeaders(), body });
    if (status < 400) return;
    throw this.link.refuse(`${method} ${path} was answered with ${status}; a device repeats it before every sync`);
  }

  request(method: string, path: string, call: Call = {}): Promise<Answer> {
    return this.link.request(method, this.endpoint + path, { headers: this.headers(), ...call });
  }

  headers(named = true): Record<string, string> {
    return deviceHeaders(this.profile, this.session, named);
  }

  jsonHeaders(named = true): Record<string, string> {
    return { ...this.headers(named), 'content-type': 'application/json' };
  }
}
