import type { KoboBook, KoboDownload } from './kobo-book.js';
import { publicationDate, wireDate } from './wire-dates.js';
import type { BookMetadata, DownloadUrl } from './wire/book-metadata.js';
import type { BookEntitlement } from './wire/entitlement.js';

// No server sends a real genre; the device wants some id of that form.
const NO_CATEGORY = '00000000-0000-0000-0000-000000000001';

type Granted = Pick<KoboBook, 'entitlementId' | 'revisionId' | 'addedAt' | 'changedAt' | 'grantedAt'>;

/** The device's right to a book. `ActivePeriod` does not move: some readers fetch a book again when it does. */
export function bookEntitlement(book: Granted): BookEntitlement {
  return {
    Accessibility: 'Full',
    ActivePeriod: { From: wireDate(book.grantedAt) },
    Created: wireDate(book.addedAt),
    CrossRevisionId: book.entitlementId,
    Id: book.entitlementId,
    IsHiddenFromArchive: false,
    IsLocked: false,
    IsRemoved: false,
    LastModified: wireDate(book.changedAt),
    OriginCategory: 'Imported',
    RevisionId: book.revisionId,
    Status: 'Active',
  };
}

/** Everything a device shows of a book. */
export function bookMetadata(book: KoboBook): BookMetadata {
  const published = publicationDate(book.published);
  return {
    ...stubMetadata(book),
    ContributorRoles: book.authors.map(contributorRole),
    Contributors: shownAuthors(book.authors),
    ...(book.coverImageId && { CoverImageId: book.coverImageId }),
    // an empty text would leave an earlier one standing
    Description: book.description?.trim() || ' ',
    DownloadUrls: [downloadUrl(book.download)],
    ...(book.isbn && { Isbn: book.isbn }),
    Language: twoLetterLanguage(book.language),
    ...(published && { PublicationDate: published }),
    Publisher: { Imprint: '', Name: book.publisher?.trim() || null },
    ...(book.series && { Series: series(book.series) }),
    ...(book.subtitle?.trim() && { SubTitle: book.subtitle.trim() }),
  };
}

/** The least a device accepts as metadata: for a book it is told to forget. */
export function stubMetadata(book: Pick<KoboBook, 'entitlementId' | 'revisionId' | 'title'>): BookMetadata {
  return {
    Categories: [NO_CATEGORY],
    ContributorRoles: [],
    Contributors: [],
    CrossRevisionId: book.entitlementId,
    CurrentDisplayPrice: { CurrencyCode: 'USD', TotalAmount: 0 },
    CurrentLoveDisplayPrice: { TotalAmount: 0 },
    Description: ' ',
    DownloadUrls: [],
    EntitlementId: book.entitlementId,
    ExternalIds: [],
    Genre: NO_CATEGORY,
    IsEligibleForKoboLove: false,
    IsInternetArchive: false,
    IsPreOrder: false,
    IsSocialEnabled: true,
    Language: 'en',
    PhoneticPronunciations: {},
    Publisher: { Imprint: '', Name: null },
    RevisionId: book.revisionId,
    Title: book.title.trim() || 'Untitled',
    WorkId: book.entitlementId,
  };
}

function downloadUrl({ format, size, url }: KoboDownload): DownloadUrl {
  return { Format: format, Size: size, Url: url, Platform: 'Generic', DrmType: 'None' };
}

type Authors = KoboBook['authors'];

function contributorRole({ name, role }: Authors[number]): { Name: string; Role?: string } {
  return role === 'other' ? { Name: name } : { Name: name, Role: role.charAt(0).toUpperCase() + role.slice(1) };
}

/** A device shows these as the authors, so a translator is only shown where nobody else is named. */
function shownAuthors(contributors: Authors): string[] {
  const authors = contributors.filter(({ role }) => role === 'author');
  return (authors.length > 0 ? authors : contributors).map(({ name }) => name);
}

/** `Number` and `NumberFloat` are left out where the series has no number, since a made-up one would be shown. */
function series({ id, name, number }: NonNullable<KoboBook['series']>): BookMetadata['Series'] {
  // "1-3" is sorted by its first number
  const first = /\d+(?:\.\d+)?/.exec(number ?? '')?.[0];
  const sorted = Number(first);
  return Number.isFinite(sorted) ? { Id: id, Name: name, Number: sorted, NumberFloat: sorted } : { Id: id, Name: name };
}

/** ISO 639-1 of a BCP 47 tag ("eng" and "en-GB" are "en"); English where there is no such code, as other servers do. */
function twoLetterLanguage(tag: string | undefined): string {
  const language = tag === undefined ? undefined : canonicalLanguage(tag);
  return language?.length === 2 ? language : 'en';
}

function canonicalLanguage(tag: string): string | undefined {
  try {
    return new Intl.Locale(tag.trim()).language;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
