/** What is to be sent. */
export interface AudibleReply {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: string;
}

/** A value as JSON. */
export function jsonReply(
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): AudibleReply {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(value) };
}

/** Markup as a page for people. */
export function pageReply(status: number, markup: string): AudibleReply {
  return { status, headers: { 'content-type': 'text/html; charset=utf-8' }, body: `<!doctype html>\n${markup}` };
}

/** How the API says no. */
export function refusalReply(status: number, message: string): AudibleReply {
  return jsonReply(status, { error_code: null, message });
}

/** How /auth/register and its neighbours say no. */
export function authRefusal(status: number, code: string, message: string, index?: string): AudibleReply {
  const error = { code, ...(index !== undefined && { index }), message };
  return jsonReply(status, { response: { error }, request_id: REQUEST_ID });
}

/** Every answer of /auth carries one. */
export const REQUEST_ID = '5f1e0000-0000-4000-8000-00000000cafe';

/** A value of an untrusted query for a page. */
export function escapeMarkup(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** Reads a body that is to be a JSON object; undefined for everything else. */
export function objectIn(body: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return asObject(JSON.parse(body));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The value where it is an object, no list. */
export function asObject(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : undefined;
}
