import type { MetadataProvider, Request } from '@octavo/providers';

/** What the client unpacks. */
const ENCODINGS = 'gzip, deflate, br';
/** An ordinary desktop browser, always the same one. What a provider says itself goes before. */
const BROWSER = {
  'user-agent':
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Safari/537.36',
  'accept-language': 'en-US,en;q=0.9',
  dnt: '1',
};
const OF_A_PAGE = {
  accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
  'upgrade-insecure-requests': '1',
  'sec-fetch-dest': 'document',
  'sec-fetch-mode': 'navigate',
  'sec-fetch-site': 'none',
  'sec-fetch-user': '?1',
};
/** Of the kinds of picture a cover may be, the plainest first. */
const PICTURES = 'image/jpeg,image/png;q=0.9,image/webp;q=0.8,image/*;q=0.7';
const OF_A_PICTURE = {
  accept: PICTURES,
  'sec-fetch-dest': 'image',
  'sec-fetch-mode': 'no-cors',
  'sec-fetch-site': 'cross-site',
};

/**
 * The headers of a request, cookies apart; names in lower case. Where pages made for people are read we look like a
 * browser, since anything else is refused; to what is meant for programs we say who we are.
 */
export function requestHeaders(
  { scrapes }: Pick<MetadataProvider, 'scrapes'>,
  { kind, headers = {} }: Request,
  userAgent: string,
): Record<string, string> {
  const own = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  const isPicture = kind === 'cover';
  if (scrapes) return { ...BROWSER, ...(isPicture ? OF_A_PICTURE : OF_A_PAGE), ...own, 'accept-encoding': ENCODINGS };
  const accept = isPicture ? PICTURES : 'application/json';
  return { accept, ...own, 'user-agent': userAgent, 'accept-encoding': ENCODINGS };
}
