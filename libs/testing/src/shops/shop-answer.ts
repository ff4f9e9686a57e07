/** What a shop answers, before it goes over the wire. */
export interface ShopAnswer {
  status: number;
  headers: Readonly<Record<string, string>>;
  /** Texts are sent as UTF-8. */
  body: string | Buffer;
}

export const HTML_TYPE = 'text/html; charset=utf-8';
export const JSON_TYPE = 'application/json; charset=utf-8';

export function htmlAnswer(body: string, status = 200): ShopAnswer {
  return { status, headers: { 'content-type': HTML_TYPE }, body };
}

export function jsonAnswer(value: unknown, status = 200): ShopAnswer {
  return { status, headers: { 'content-type': JSON_TYPE }, body: JSON.stringify(value) };
}

export function redirectAnswer(location: string, status = 302): ShopAnswer {
  return { status, headers: { location, 'content-type': HTML_TYPE }, body: '' };
}

export function pictureAnswer(body: Buffer, type = 'image/jpeg'): ShopAnswer {
  return { status: 200, headers: { 'content-type': type }, body };
}
