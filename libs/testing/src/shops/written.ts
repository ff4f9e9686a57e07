/** Making one of these takes a millisecond; each is made once. */
const dates = new Map<string, Intl.DateTimeFormat>();
const numbers = new Map<string, Intl.NumberFormat>();
const languages = new Map<string, Intl.DisplayNames>();

/** "2008-04-22" as people of a country write it: "April 22, 2008", "22. April 2008", "2008年4月22日". */
export function longDate(date: string, locale = 'en-US'): string {
  const format = kept(dates, locale, () => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }));
  return format.format(new Date(date));
}

/** "21,200" */
export function writtenNumber(value: number, locale = 'en-US'): string {
  return kept(numbers, locale, () => new Intl.NumberFormat(locale)).format(value);
}

/** "de" is "German", or whatever people of a country call it. */
export function languageName(tag: string, locale = 'en-US'): string {
  return kept(languages, locale, () => new Intl.DisplayNames([locale], { type: 'language' })).of(tag) ?? tag;
}

function kept<Kept>(all: Map<string, Kept>, key: string, make: () => Kept): Kept {
  const known = all.get(key) ?? make();
  all.set(key, known);
  return known;
}
