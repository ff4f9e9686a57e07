/** Header names of the protocol, in the lower case Node gives them. */
export const SYNC_TOKEN_HEADER = 'x-kobo-synctoken';
export const SYNC_HEADER = 'x-kobo-sync';
export const API_TOKEN_HEADER = 'x-kobo-apitoken';
export const USER_KEY_HEADER = 'x-kobo-userkey';
export const APP_VERSION_HEADER = 'x-kobo-appversion';
export const DEVICE_MODEL_HEADER = 'x-kobo-devicemodel';
export const PLATFORM_ID_HEADER = 'x-kobo-platformid';

/** The only value of `x-kobo-sync` a device acts on; on the last page the header is left out. */
export const SYNC_CONTINUES = 'continue';

/** What initialization answers in `x-kobo-apitoken`: an empty JSON object in base64. */
export const EMPTY_API_TOKEN = 'e30=';

/** Request headers as Node and Fastify hand them over: lower-case names. */
export type RequestHeaders = Readonly<Record<string, string | string[] | undefined>>;

/** One header's text; the first one where it was sent twice, undefined where it is missing or blank. */
export function headerText(headers: RequestHeaders, name: string): string | undefined {
  const value = headers[name];
  const text = (Array.isArray(value) ? value[0] : value)?.trim();
  return text === '' ? undefined : text;
}
