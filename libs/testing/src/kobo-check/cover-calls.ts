import type { AnyKit } from './check.js';
import type { Endpoint } from './endpoint.js';
import { field } from './sync-items.js';
import { holds } from './expectation.js';
import { type HttpAnswer, httpCall } from './http-call.js';

/** What a device puts into the image templates. */
export interface CoverCall {
  width?: number | string;
  height?: number | string;
  quality?: string;
  grey?: string;
  /** The template without a quality. */
  plain?: boolean;
  headers?: Record<string, string>;
}

/** Fetches a cover through the templates that the device's own initialization names. */
export async function fetchCover(
  kit: AnyKit,
  device: Endpoint,
  imageId: string,
  { width = 355, height = 530, quality = '80', grey = 'False', plain = false, headers = {} }: CoverCall = {},
): Promise<HttpAnswer> {
  const map = await kit.once(`templates ${device.base}`, () => device.json('/v1/initialization'));
  const key = plain ? 'image_url_template' : 'image_url_quality_template';
  const values = {
    ImageId: imageId,
    Width: String(width),
    Height: String(height),
    Quality: quality,
    IsGreyscale: grey,
  };
  const address = filledIn(field(map, `Resources.${key}`), values);
  holds(URL.canParse(address), `${key} to make an address`, address);
  return httpCall(address, { headers });
}

/** The device puts its values for the names in braces and changes nothing else. */
function filledIn(template: unknown, values: Record<string, string>): string {
  return String(template).replace(/\{(\w+)\}/g, (braces, name: string) => values[name] ?? braces);
}
