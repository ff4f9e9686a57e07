import { foldText, parseIsbn } from '@octavo/domain';

/** What programs write where nobody has written anything. */
const JUNK_TITLES = [
  /^microsoft (?:word|powerpoint|excel) - /i,
  /\.(?:docx?|indd|qxd|pdf|tex|rtf|pmd|fm|ps|dvi|cdr)$/i,
  /^(?:untitled(?:[- ]?\d+)?|title|document\d*|unknown|slide 1|powerpoint presentation)$/i,
  /^[0-9a-f-]{16,}$/i,
];
const JUNK_AUTHORS =
  /^(?:unknown|user|admin(?:istrator)?|owner|windows user|microsoft office user|pc|calibre|(?:adobe|abbyy)\b.*)$/i;
const ADDRESS = /^(?:\S+@\S+\.\S+|(?:https?:\/\/|www\.)\S+)$/i;

/** True for a title that names no book. `stem` is the file's name without folder and ending: it is read elsewhere. */
export function isJunkTitle(title: string, stem: string): boolean {
  return (
    JUNK_TITLES.some((form) => form.test(title)) ||
    foldText(title) === foldText(stem) ||
    parseIsbn(title) !== undefined ||
    !isWord(title)
  );
}

/** Two letters, or one that is a word by itself. */
function isWord(text: string): boolean {
  return (text.match(/\p{L}/gu)?.length ?? 0) >= 2 || /\p{Script=Han}/u.test(text);
}

/** True for an author who is a program, an account or an address. `programs` made the file. */
export function isJunkAuthor(name: string, programs: readonly string[]): boolean {
  return (
    JUNK_AUTHORS.test(name) || ADDRESS.test(name) || programs.some((program) => foldText(program) === foldText(name))
  );
}
