import type { Role } from '@octavo/domain';

/** One book as it is offered to one device. Everything the wire says of it is made from this. */
export interface KoboBook {
  /** Never reused, and the same after every scan. */
  entitlementId: string;
  /** The version of the file; the same as the entitlement's id unless a device is to notice a new file by it. */
  revisionId: string;
  title: string;
  subtitle?: string;
  /** In the order they are shown. */
  authors: { name: string; role: Role }[];
  /** Sanitised HTML. */
  description?: string;
  /** BCP 47. */
  language?: string;
  publisher?: string;
  /** "1969", "1969-03" or "1969-03-01". */
  published?: string;
  isbn?: string;
  /** `number` as printed: "4", "1.5", "1-3". */
  series?: { id: string; name: string; number?: string };
  /** From `coverImageId`; absent where the book has no cover. */
  coverImageId?: string;
  download: KoboDownload;
  addedAt: Date;
  changedAt: Date;
  /** When this device was given the book. It must not move between syncs. */
  grantedAt: Date;
}

export interface KoboDownload {
  format: 'KEPUB' | 'EPUB3' | 'EPUB3FL';
  /** In bytes. */
  size: number;
  /** Absolute, with all the authority it needs in its path. */
  url: string;
}

/** What is left of a book a device has to forget; the book itself may be gone. */
export type RemovedKoboBook = Pick<KoboBook, 'entitlementId' | 'revisionId' | 'title' | 'addedAt' | 'grantedAt'> & {
  removedAt: Date;
};
