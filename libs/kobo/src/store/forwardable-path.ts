/** What tells of the reader's doings. It stays at home whatever else is asked at the store. */
const TELEMETRY = new Set(['analytics', 'funnelmetrics', 'tracking', 'activity']);

/** Below which the store's API lies. */
const API_ROOT = /^(?:v\d+|api)$/;

/** Characters a request line may hold as they are, without those that programs disagree about. */
const PLAIN = /^\/[\x21-\x7e\x80-\xff]*$/;
const DISPUTED = /[#\\]|%[0-9a-f]{2}|\p{Cc}/iu;

/**
 * True where the store may be asked for this path at all: its API, without telemetry and without the sync, which is
 * asked page by page with the store's own token. `path` is what follows our base, from its first slash to the query.
 * What another server could read as another path (dots, encoded slashes) is judged as that one, or not forwarded.
 */
export function mayForward(path: string): boolean {
  const decoded = readable(path);
  if (decoded === undefined || !PLAIN.test(path) || DISPUTED.test(decoded)) return false;
  // what follows a semicolon some servers take for a parameter
  const segments = decoded
    .toLowerCase()
    .replace(/;[^/]*/g, '')
    .split('/')
    .filter(Boolean);
  if (segments.includes('.') || segments.includes('..')) return false;
  const [root = '', area = '', part] = segments;
  if (!API_ROOT.test(root) || area === '' || segments.some((segment) => TELEMETRY.has(segment))) return false;
  return !(area === 'library' && part === 'sync');
}

function readable(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}
