import { DomainError } from '@octavo/domain';
import type { KepubOptions, Replacement } from '../kepub/kepub-options.js';

// Linux hands a program no single argument of more than 128 KiB.
const LONGEST_FLAG_BYTES = 128 * 1024 - 1;

/**
 * The flags that ask kepubify for these options, each one argument, so that no text can become a flag of its own. It
 * has none for `sentences`: its cut is the one of every tool. Throws 'conversion.failed' for what cannot be said to it.
 */
export function conversionFlags(options: KepubOptions): string[] {
  const { titlePage, hyphenation, smartPunctuation, fullScreenFixes, css, replacements } = options;
  const flags = [
    ...(titlePage === 'always' ? ['--add-dummy-titlepage'] : []),
    ...(titlePage === 'never' ? ['--no-add-dummy-titlepage'] : []),
    ...(hyphenation === 'on' ? ['--hyphenate'] : []),
    ...(hyphenation === 'off' ? ['--no-hyphenate'] : []),
    ...(smartPunctuation ? ['--smarten-punctuation'] : []),
    ...(fullScreenFixes ? ['--fullscreen-reading-fixes'] : []),
    ...css.map((sheet) => `--css=${sheet}`),
    // It would put the replacement between all bytes of a page.
    ...replacements.filter(({ find }) => find !== '').map(replaceFlag),
  ];
  for (const flag of flags) refuseUnspeakable(flag);
  return flags;
}

/** kepubify cuts at the first bar and knows no escape: what is looked for can hold none, what is put there can. */
function replaceFlag({ find, replace }: Replacement): string {
  if (find.includes('|')) throw unspeakable('replace a text that holds "|"');
  return `--replace=${find}|${replace}`;
}

function refuseUnspeakable(flag: string): void {
  if (flag.includes('\0')) throw unspeakable('be given a style sheet or a replacement that holds a NUL');
  if (Buffer.byteLength(flag) > LONGEST_FLAG_BYTES) {
    throw unspeakable('be given a style sheet or a replacement of more than 128 KiB');
  }
}

function unspeakable(what: string): DomainError {
  return new DomainError('conversion.failed', `kepubify cannot ${what}.`);
}
