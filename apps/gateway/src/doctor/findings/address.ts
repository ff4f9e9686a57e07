import type { Finding } from '@octavo/contracts';
import { check, spoken } from './finding.js';

export interface AddressSeen {
  publicUrlIsSet: boolean;
  publicUrl: string;
  /** What HOST says: where the gateway listens. */
  listensOn: string;
  /** The address that a device paired by this visitor would be given. */
  handedOut: string;
}

type HostKind = 'reachable' | 'this machine' | 'link-local' | 'mdns' | 'container' | 'bare';

const { good, warning, bad } = check('address', 'The address devices are given');
const SET_IT =
  'Set PUBLIC_URL to an address a Kobo can reach, for example http://192.168.1.20:8080, and restart Octavo.';
const PAIR_AGAIN = 'Devices that were paired under the old address need the new one in their configuration file.';

/** Could a Kobo use the address at all? Only looked at, not tried. */
export function addressFinding({ publicUrlIsSet, publicUrl, listensOn, handedOut }: AddressSeen): Finding {
  const address = publicUrlIsSet ? publicUrl : handedOut;
  const { hostname, username } = new URL(address);
  const shown = spoken(address);
  const kind = hostKind(hostname);
  if (username !== '')
    return bad(`PUBLIC_URL holds a user name, which a Kobo does not send.`, `Take it out of PUBLIC_URL: ${shown}.`);
  const everywhere = listensOn === '0.0.0.0' || listensOn === '::';
  if (!publicUrlIsSet && kind === 'this machine' && !everywhere && hostKind(listensOn) === 'this machine') {
    return bad(
      'Octavo listens on this machine only, where no Kobo can reach it.',
      `Start it with HOST=0.0.0.0 and PUBLIC_URL=http://<this machine's address in your network>:<port>.`,
    );
  }
  if (kind !== 'reachable') return unreachable(kind, shown, hostname);
  if (publicUrlIsSet) return good(`Devices are given ${shown}.`);
  return warning(
    `PUBLIC_URL is not set, so each device is given the address you happen to use when you pair it; now that is ${shown}.`,
    `If your Kobo can reach that address, set PUBLIC_URL=${shown} and restart Octavo.`,
  );
}

function unreachable(kind: Exclude<HostKind, 'reachable'>, shown: string, hostname: string): Finding {
  switch (kind) {
    case 'this machine':
      return bad(`${shown} means "this machine" to whoever uses it, so a Kobo would look within itself.`, SET_IT);
    case 'link-local':
      return bad(`${hostname} is an address a machine gives itself when it has no network.`, SET_IT);
    case 'mdns':
      return bad(`Names that end in .local, such as ${hostname}, are not found by a Kobo.`, `${SET_IT} ${PAIR_AGAIN}`);
    case 'container':
      return bad(`${hostname} is a name that only containers know.`, `${SET_IT} ${PAIR_AGAIN}`);
    case 'bare':
      return warning(
        `${hostname} is a bare name: some routers find it for a Kobo, most do not, and names of containers never work.`,
        SET_IT,
      );
  }
}

/** What an address's host is to a device elsewhere in the network. */
export function hostKind(hostname: string): HostKind {
  const name = hostname.toLowerCase().replace(/^\[|\]$|\.$/g, '');
  if (/^127\.|^0\.0\.0\.0$|^::1?$|^::ffff:(?:127\.|7f)|^(?:.*\.)?localhost$/.test(name)) return 'this machine';
  if (/^169\.254\.|^fe[89ab][0-9a-f]:/.test(name)) return 'link-local';
  if (name.endsWith('.local')) return 'mdns';
  if (name.endsWith('.internal') && name.includes('docker')) return 'container';
  return name.includes('.') || name.includes(':') ? 'reachable' : 'bare';
}
