import { DomainError, type BookDraft } from '@octavo/domain';
import { MAX_XML } from '../epub/container.js';
import { saysFixed } from '../epub/layout.js';
import { readMetadata } from '../epub/metadata/read-metadata.js';
import { parsePackageDocument } from '../epub/package-document.js';
import { decodeXml } from '../xml/decode-xml.js';

/**
 * What an OPF beside a book says of it, by the rules for package documents; calibre writes one into every folder. It
 * has no cover of its own. Throws 'file.empty', and 'file.unreadable' for more than 5 MiB and for what is no OPF.
 */
export function readOpfSidecar(bytes: Uint8Array): BookDraft {
  if (bytes.byteLength === 0) throw new DomainError('file.empty');
  if (bytes.byteLength > MAX_XML) throw new DomainError('file.unreadable', 'The OPF is far too long for one.');
  const { metadata, uniqueIdentifier } = parsePackageDocument(decodeXml(bytes).text);
  const layout = metadata.some(saysFixed) ? 'fixed' : 'reflowable';
  return readMetadata({ metadata, uniqueIdentifier, layout, drm: undefined, warnings: [] });
}
