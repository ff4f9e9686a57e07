/** One way of signing in that a server offers: its name in lower case, and what it says with it. */
export interface Challenge {
  scheme: string;
  parameters: ReadonlyMap<string, string>;
}

const MOST_CHARACTERS = 8 * 1024;
const TOKEN = String.raw`[!#$%&'*+.^_\`|~0-9A-Za-z-]+`;
/** A parameter, else a bare word: a scheme, or the blob some schemes carry. */
const PIECE = new RegExp(String.raw`(${TOKEN})\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s",]+))|(${TOKEN}[/=]*)`, 'g');

/** WWW-Authenticate, also several of them joined (RFC 9110 §11.6.1). What cannot be read is passed over. */
export function readChallenges(header: string | undefined): Challenge[] {
  const challenges: { scheme: string; parameters: Map<string, string> }[] = [];
  for (const [, name, quoted, bare, word] of (header ?? '').slice(0, MOST_CHARACTERS).matchAll(PIECE)) {
    if (word !== undefined) challenges.push({ scheme: word.toLowerCase(), parameters: new Map() });
    else challenges.at(-1)?.parameters.set((name ?? '').toLowerCase(), bare ?? (quoted ?? '').replace(/\\(.)/g, '$1'));
  }
  return challenges;
}
