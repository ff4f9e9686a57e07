import { coverFaults } from './cover-check.js';
import type { DeviceLink } from './device-link.js';

/** The full page of the library; the screen of a Clara or a Libra is larger and comes from the same request. */
const LIBRARY = { width: 355, height: 530 };
const SCREEN = { width: 1072, height: 1448 };

/** Both sizes of a cover, through both templates of initialization. The larger one, or undefined with the reason noted. */
export async function fetchCover(
  link: DeviceLink,
  resources: Record<string, unknown>,
  imageId: string,
): Promise<Uint8Array | undefined> {
  await fetchSize(link, resources.image_url_quality_template, imageId, LIBRARY);
  return fetchSize(link, resources.image_url_template, imageId, SCREEN);
}

async function fetchSize(link: DeviceLink, template: unknown, imageId: string, size: typeof LIBRARY) {
  const address = filledIn(template, {
    ImageId: imageId,
    Width: String(size.width),
    Height: String(size.height),
    Quality: '80',
    IsGreyscale: 'False',
  });
  if (!URL.canParse(address)) {
    link.note(`the image template makes ${address}`);
    return undefined;
  }
  const { status, headers, bytes } = await link.request('GET', address);
  if (status !== 200) {
    link.note(`the cover ${imageId} was answered with ${status}`);
    return undefined;
  }
  const faults = coverFaults(bytes, headers.get('content-type'), size);
  for (const fault of faults) link.note(`the cover ${imageId} ${fault}`);
  return bytes;
}

/** The device puts its values for the names in braces and changes nothing else. */
function filledIn(template: unknown, values: Record<string, string>): string {
  const text = typeof template === 'string' ? template : '';
  return text.replace(/\{(\w+)\}/g, (braces, name: string) => values[name] ?? braces);
}
