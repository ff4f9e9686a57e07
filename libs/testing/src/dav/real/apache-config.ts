import { createHash } from 'node:crypto';
import { READY_AGENT } from './answers.js';
import type { Place } from './real-server.js';

/** How an Apache is set up. */
export interface ApacheManners {
  /** The folder it shows; started by root, it reads as nobody, who must be let in. */
  root: string;
  auth: 'basic' | 'digest' | 'none';
  user?: string;
  password?: string;
  /** Answers Depth infinity, which Apache forbids unless told otherwise. */
  deep?: boolean;
  /** Where on the server the folder lies, with slashes at both ends. */
  prefix?: string;
  /** With Digest: seconds after which a nonce is stale. */
  nonceSeconds?: number;
}

interface ApachePlace extends Place {
  /** The folder its modules are in. */
  modules: string;
  asRoot: boolean;
}

/** Of Authorization only the scheme is written down: what follows is as good as the password. */
const LOG_FORMAT = String.raw`%m\t%U\t%>s\t%{Depth}i\t%{Range}i\t%{SIGNED_BY}e`;
const REALM = 'books';
const MODULES = [
  ...['mpm_event', 'authn_core', 'authn_file', 'authz_core', 'authz_user', 'auth_basic', 'auth_digest'],
  ...['setenvif', 'mime', 'dir', 'alias', 'dav', 'dav_fs'],
];

/** httpd.conf: Debian's defaults where they matter to whoever lists and reads. */
export function apacheConfig(manners: ApacheManners, { dir, modules, port, asRoot }: ApachePlace): string {
  const { root, deep = false, prefix = '/dav/' } = manners;
  return lines([
    ...MODULES.map((name) => `LoadModule ${name}_module "${modules}/mod_${name}.so"`),
    `ServerRoot "${dir}"`,
    'ServerName 127.0.0.1',
    `Listen 127.0.0.1:${port}`,
    ...(asRoot ? ['User #65534', 'Group #65534'] : []),
    `DefaultRuntimeDir "${dir}"`,
    `PidFile "${dir}/apache.pid"`,
    `ErrorLog "${dir}/error.log"`,
    `SetEnvIf User-Agent "^${READY_AGENT}$" READY`,
    'SetEnvIf Authorization "^([A-Za-z]+)" SIGNED_BY=$1',
    `LogFormat "${LOG_FORMAT}" asked`,
    `CustomLog "${dir}/access.log" asked env=!READY`,
    `TypesConfig "${dir}/mime.types"`,
    ...['ServerLimit 1', 'StartServers 1', 'ThreadsPerChild 16', 'MaxRequestWorkers 16'],
    `DavLockDB "${dir}/locks/db"`,
    `Alias "${prefix}" "${root}/"`,
    `<Directory "${root}">`,
    'Dav On',
    `DavDepthInfinity ${deep ? 'On' : 'Off'}`,
    'Options FollowSymLinks',
    ...signIn(manners, dir),
    '</Directory>',
  ]);
}

function signIn({ auth, nonceSeconds }: ApacheManners, dir: string): string[] {
  if (auth === 'none') return ['Require all granted'];
  const [type, provider] = auth === 'basic' ? ['Basic', 'AuthBasicProvider'] : ['Digest', 'AuthDigestProvider'];
  return [
    `AuthType ${type}`,
    `AuthName "${REALM}"`,
    `${provider} file`,
    `AuthUserFile "${dir}/passwords"`,
    ...(auth === 'digest' && nonceSeconds !== undefined ? [`AuthDigestNonceLifetime ${nonceSeconds}`] : []),
    'Require valid-user',
  ];
}

/** The file of passwords, as htpasswd -s and htdigest write it. */
export function apachePasswords({ auth, user = 'ada', password = '' }: ApacheManners): string {
  const hash = (algorithm: string, text: string) => createHash(algorithm).update(text, 'utf8');
  if (auth === 'basic') return `${user}:{SHA}${hash('sha1', password).digest('base64')}\n`;
  return `${user}:${REALM}:${hash('md5', `${user}:${REALM}:${password}`).digest('hex')}\n`;
}

function lines(all: readonly string[]): string {
  return `${all.join('\n')}\n`;
}
