import { BlockList, isIP } from 'node:net';

type Family = 'ipv4' | 'ipv6';

/** Why an address is not reached, in a word for people; undefined where nothing is against it. */
export type Objection = 'this machine' | 'a link-local address' | 'a private network' | 'no address of the internet';

/** IANA's special-purpose registries: what nobody outside this machine has a use for, or that leads to one that has. */
const NEVER: readonly [Objection, readonly string[]][] = [
  ['this machine', ['127.0.0.0/8', '0.0.0.0/8', '::1/128', '::/128']],
  ['a link-local address', ['169.254.0.0/16', 'fe80::/10']],
  [
    'no address of the internet',
    [
      ...[
        '192.0.0.0/24',
        '192.0.2.0/24',
        '198.18.0.0/15',
        '198.51.100.0/24',
        '203.0.113.0/24',
        '224.0.0.0/4',
        '240.0.0.0/4',
      ],
      ...['100::/64', '2001::/23', '2001:db8::/32', '3fff::/20', '5f00::/16', 'fec0::/10', 'ff00::/8'],
    ],
  ],
];
const PRIVATE: readonly string[] = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', 'fc00::/7'];

/** Prefixes behind which an IPv4 address hides, and where in the sixteen bytes it stands. */
const HIDING: readonly { range: BlockList; at: number }[] = [
  { range: listOf(['::ffff:0:0/96', '64:ff9b::/96', '64:ff9b:1::/48', '::/96']), at: 12 },
  { range: listOf(['2002::/16']), at: 2 },
];

export interface AddressPolicy {
  /** Networks ("192.168.1.0/24"), addresses and names of hosts that may be reached whatever else is said. */
  allow: readonly string[];
  denyPrivate: boolean;
  /** Where nothing is said, every port may be reached. */
  ports?: PortPolicy;
}

export interface PortPolicy {
  /** Ports below it belong to other protocols, but for those `allowed`. */
  lowest: number;
  allowed: readonly number[];
  denied: readonly number[];
}

/** Which addresses requests for others may go to. */
export class AddressRules {
  private readonly allowed: BlockList;
  private readonly allowedHosts: ReadonlySet<string>;
  private readonly never = NEVER.map(([objection, ranges]) => ({ objection, range: listOf(ranges) }));
  private readonly private = listOf(PRIVATE);

  constructor(private readonly policy: AddressPolicy) {
    const [networks, hosts] = partition(policy.allow, (entry) => isIP(entry.split('/')[0] ?? '') !== 0);
    this.allowed = listOf(networks);
    this.allowedHosts = new Set(hosts.map((host) => host.toLowerCase()));
  }

  /** True for a name that may be reached wherever it leads. */
  allowsHost(host: string): boolean {
    return this.allowedHosts.has(host.toLowerCase());
  }

  /** False for a port behind which something else than a web server must be expected. */
  allowsPort(port: number): boolean {
    const { ports } = this.policy;
    if (!ports) return true;
    return !ports.denied.includes(port) && (port >= ports.lowest || ports.allowed.includes(port));
  }

  /** What is against an address as DNS or a URL gives it. */
  objectionTo(address: string): Objection | undefined {
    const plain = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
    const family = familyOf(plain);
    if (!family) return 'no address of the internet';
    if (this.allowed.check(plain, family)) return undefined;
    const hidden = family === 'ipv6' ? hiddenIn(plain) : undefined;
    if (hidden !== undefined && hidden !== '0.0.0.1' && hidden !== '0.0.0.0') return this.objectionTo(hidden);
    const found = this.never.find(({ range }) => range.check(plain, family));
    if (found) return found.objection;
    return this.policy.denyPrivate && this.private.check(plain, family) ? 'a private network' : undefined;
  }
}

/** The IPv4 address a translating prefix leads to. */
function hiddenIn(address: string): string | undefined {
  const hiding = HIDING.find(({ range }) => range.check(address, 'ipv6'));
  if (!hiding) return undefined;
  return [...bytesOf(address).subarray(hiding.at, hiding.at + 4)].join('.');
}

function bytesOf(address: string): Uint8Array {
  // A URL writes every IPv6 address in hexadecimal groups, its IPv4 tail included.
  const [head = '', tail] = new URL(`http://[${address}]/`).hostname.slice(1, -1).split('::');
  const groups = (text: string) => (text === '' ? [] : text.split(':').map((group) => parseInt(group, 16)));
  const [before, after] = [groups(head), groups(tail ?? '')];
  const all = [...before, ...Array<number>(8 - before.length - after.length).fill(0), ...after];
  return Uint8Array.from(all.flatMap((group) => [group >> 8, group & 0xff]));
}

function listOf(ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = '', prefix] = range.split('/');
    const family = familyOf(address);
    if (!family) continue;
    if (prefix === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(prefix), family);
  }
  return list;
}

function familyOf(address: string): Family | undefined {
  const version = isIP(address);
  return version === 4 ? 'ipv4' : version === 6 ? 'ipv6' : undefined;
}

function partition<Item>(items: readonly Item[], test: (item: Item) => boolean): [Item[], Item[]] {
  return [items.filter(test), items.filter((item) => !test(item))];
}
