/** A token that another server gave the device, with the store's own token where that server had wrapped one. */
export interface ForeignToken {
  from: 'calibre-web' | 'komga' | 'store' | 'other';
  /** For the store's half of a sync, so that it need not begin at zero when a device moves to us. */
  storeToken?: string;
}

const KOMGA_PREFIX = 'KOMGA.';
// The longest seen, a store token wrapped twice, is below 5 KB.
const LONGEST = 16_384;

/** Tells whose token this is, by its shape alone. Never throws; what is not recognised is 'other'. */
export function foreignToken(header: string): ForeignToken {
  if (header.length > LONGEST) return { from: 'other' };
  if (header.startsWith(KOMGA_PREFIX)) {
    const fields = jsonObject(header.slice(KOMGA_PREFIX.length));
    return fields ? { from: 'komga', ...storeTokenIn(fields.rawKoboSyncToken) } : { from: 'other' };
  }
  const [first = '', second, ...more] = header.split('.');
  if (second !== undefined) {
    const isStore = more.length === 0 && jsonObject(second) !== undefined;
    return isStore ? { from: 'store', ...storeTokenIn(header) } : { from: 'other' };
  }
  const data = asObject(jsonObject(first)?.data);
  return data ? { from: 'calibre-web', ...storeTokenIn(data.raw_kobo_store_token) } : { from: 'other' };
}

/** Only what can go into a request header again without care. */
function storeTokenIn(value: unknown): { storeToken?: string } {
  return typeof value === 'string' && /^[\w.~+/=-]+$/.test(value) ? { storeToken: value } : {};
}

/** Base64 of a JSON object, padded or not, in either alphabet. */
function jsonObject(base64: string): Record<string, unknown> | undefined {
  try {
    return asObject(JSON.parse(Buffer.from(base64, 'base64').toString('utf8')));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function asObject(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}
