/** What a server is, as far as it shows. It decides nothing but which properties are asked for and what is advised. */
export type ServerKind =
  'nextcloud' | 'owncloud' | 'apache' | 'nginx' | 'lighttpd' | 'rclone' | 'sabre' | 'iis' | 'unknown';

export interface Signs {
  headers: Readonly<Record<string, string>>;
  path: string;
  /** It told the id of a file in ownCloud's namespace. */
  tellsIds: boolean;
}

const BY_SERVER: readonly [RegExp, ServerKind][] = [
  [/^rclone\b/i, 'rclone'],
  [/^lighttpd\b/i, 'lighttpd'],
  [/^microsoft-iis\b/i, 'iis'],
  [/^apache\b/i, 'apache'],
  [/^(?:nginx|openresty)\b/i, 'nginx'],
];

/** Nextcloud and ownCloud stand behind Apache or nginx, and sabre behind anything: so they are looked for first. */
export function serverKind({ headers, path, tellsIds }: Signs): ServerKind {
  const dav = headers['dav'] ?? '';
  if (/nextcloud/i.test(dav) || (tellsIds && /\/remote\.php\/dav\//.test(path))) return 'nextcloud';
  if (tellsIds) return 'owncloud';
  if (headers['x-sabre-version'] !== undefined || /\bextended-mkcol\b/i.test(dav)) return 'sabre';
  const server = (headers['server'] ?? '').trim();
  return BY_SERVER.find(([pattern]) => pattern.test(server))?.[1] ?? 'unknown';
}
