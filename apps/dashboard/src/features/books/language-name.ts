const languages = new Intl.DisplayNames('en-GB', { type: 'language' });

/** A BCP 47 tag in words; one that is none is shown as it is. */
export function languageName(tag: string): string {
  try {
    return languages.of(tag) ?? tag;
  } catch (error) {
    if (error instanceof RangeError) return tag;
    throw error;
  }
}
