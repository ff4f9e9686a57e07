import { DomainError, emptyDraft, type BookDraft, type RandomAccess } from '@octavo/domain';

const MAX_HEAD = 4096;

/**
 * Amazon's formats that only its own devices open: Topaz, and KFX alone or within DRM. Of a locked one a draft that
 * says so and nothing else; undefined when the file is none of them. Throws 'format.unsupported' for an open one.
 */
export async function sealedKindle(source: RandomAccess): Promise<BookDraft | undefined> {
  const bytes = await source.read(0, Math.min(MAX_HEAD, source.size));
  const head = Buffer.from(bytes).toString('latin1');
  if (head.startsWith('\xeaDRMION\xee')) return lockedDraft('KFX');
  // Topaz lists its parts by name at the front; a locked book has one that holds its keys.
  if (head.startsWith('TPZ')) return head.includes('dkey') ? lockedDraft('Topaz') : unsupported('Topaz');
  return /^CONT[\x01\x02]\0/.test(head) ? unsupported('KFX') : undefined; // eslint-disable-line no-control-regex
}

function lockedDraft(kind: string): BookDraft {
  return { ...emptyDraft(), drm: 'kindle', warnings: [`A locked ${kind} book does not show what it is.`] };
}

function unsupported(kind: string): never {
  throw new DomainError('format.unsupported', `The book is in Amazon's ${kind} format, which Octavo cannot read.`);
}
