const SCHEME_WORDS: Record<string, string> = { isbn: 'ISBN', asin: 'ASIN', uuid: 'UUID', doi: 'DOI', uri: 'Address' };

/** What a kind of number is called: "isbn" is "ISBN". */
export const schemeWord = (scheme: string): string => SCHEME_WORDS[scheme.toLowerCase()] ?? scheme;
