const NUMBER = String.raw`(\d{1,4}(?:[.,-]\d{1,4})?[a-z]?|[ivxlc]+)`;
const WORD = String.raw`(?:book|volume|vol\.?|part|band|teil|tome|no\.?|nr\.?)`;
/** Tried in order, each from the end of the text. */
const FORMS = [
  new RegExp(String.raw`^(.*\S)\s*[,:–-]?\s+\(?#\s*${NUMBER}\)?$`, 'i'),
  new RegExp(String.raw`^(.*\S)\s*[,:–-]\s*${WORD}\s*${NUMBER}$`, 'i'),
  new RegExp(String.raw`^(.*\S)\s*[([]\s*(?:${WORD}\s*|#\s*)?${NUMBER}\s*[)\]]$`, 'i'),
  new RegExp(String.raw`^(.*\S)\s+${WORD}\s*${NUMBER}$`, 'i'),
];
/** What is left of a separator that stood before the number. */
const TRAILING = /[\s,:–-]+$/;
const MAX_LENGTH = 300;

/** "Dune #2", "Dune, Book 2", "Dune - Volume 2" and "Dune (Book 2)" are Dune and 2; else the text and no number. */
export function numberedName(text: string): { name: string; number?: string } {
  if (text.length > MAX_LENGTH) return { name: text };
  for (const form of FORMS) {
    const [, name, number] = form.exec(text) ?? [];
    if (name !== undefined && number !== undefined) return { name: name.replace(TRAILING, ''), number };
  }
  return { name: text };
}
