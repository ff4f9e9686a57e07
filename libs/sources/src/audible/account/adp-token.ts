const PARTS = ['{enc:', '{key:', '{iv:', '{name:', '{serial:'];
const MOST_CHARACTERS = 8192;

/** Whether a text may be the token a device is known by: "{enc:…}{key:…}{iv:…}{name:…}{serial:…}", fit for a header. */
export function isAdpToken(text: string): boolean {
  if (text.length > MOST_CHARACTERS || !/^\{[\x21-\x7e]*\}$/.test(text)) return false;
  return PARTS.every((part) => text.includes(part));
}
