import { blurbFrom } from '../../text/blurb.js';
import type { PackageMetadata } from './package-metadata.js';

/** The blurb as safe HTML. */
export function descriptionOf(metadata: PackageMetadata, title: string | undefined): string | undefined {
  const [element] = metadata.fields('description');
  return element === undefined ? undefined : blurbFrom(element.markup ?? element.text, title);
}
