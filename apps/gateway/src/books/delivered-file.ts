import type { BookForDevices } from '@octavo/database';

/** The file a book's delivery form speaks of. */
export function deliveredFile<Book extends Pick<BookForDevices, 'deliveryForm' | 'files'>>(
  book: Book,
): { form: 'kepub' | 'epub'; file: Book['files'][number] } | undefined {
  const [form, content] = (book.deliveryForm ?? '').split(':');
  if (form !== 'kepub' && form !== 'epub') return undefined;
  const file = book.files.find(({ fingerprint, size }) => `${fingerprint}-${size}` === content);
  return file && { form, file };
}

/** The checksum of the bytes a device gets of a book now; undefined where it gets none. */
export function deliveredContent(book: Pick<BookForDevices, 'deliveryForm' | 'files'>): string | undefined {
  const delivered = deliveredFile(book);
  if (!delivered) return undefined;
  const { form, file } = delivered;
  if (form === 'epub' || file.format === 'kepub') return file.fingerprint;
  const made = file.converted.find(({ target, state }) => target === 'kepub' && state === 'READY');
  return made?.checksum ?? made?.fingerprint ?? file.fingerprint;
}
