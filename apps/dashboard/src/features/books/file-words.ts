import type { BookFile } from '@octavo/contracts';
import { PROBLEMS } from '@octavo/domain';

const DRM_WORDS: Record<NonNullable<BookFile['drm']>, string> = {
  adobe: 'Adobe DRM',
  apple: 'Apple FairPlay',
  lcp: 'Readium LCP',
  kobo: 'Kobo DRM',
  kindle: 'Kindle DRM',
  audible: 'Audible DRM',
  password: 'a password',
  unknown: 'a kind of DRM that is not known here',
};

/** That a file is locked, and what follows from it. */
export function drmWords(drm: NonNullable<BookFile['drm']>): string {
  const opens = drm === 'password' ? 'opens only with it' : 'opens only in apps that hold its licence';
  return `Protected by ${DRM_WORDS[drm]}: it ${opens}, and is not converted.`;
}

/** A problem's title from the table, or its bare code where a newer server knows more of them. */
export function problemTitle(code: string): string {
  return code in PROBLEMS ? PROBLEMS[code as keyof typeof PROBLEMS].title : code;
}
