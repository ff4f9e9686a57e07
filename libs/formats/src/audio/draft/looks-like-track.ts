import { foldText } from '@octavo/domain';

const PART = '(?:chapter|part|section|track|dis[ck]|cd|kapitel|teil|chapitre|partie|capitulo|parte|capitolo|hoofdstuk)';
const COUNTED = new RegExp(`^${PART}\\s*\\.?\\s*(?:\\d+|[ivxlc]+|one|two|three|four|five|six|seven|eight|nine|ten)\\b`);
const NAMED = /^(?:(?:opening|end|closing) credits|intro(?:duction)?|prologue|epilogue|foreword|afterword)$/;
/** "01 - Prologue", "3." and "12", but neither "1984" nor "101 Dalmatians". */
const NUMBERED = /^\d{1,3}(?:$|\s*[-–._)]\s*(?:\D|$))/;
const PART_OF_ALBUM = new RegExp(`^[\\s,:;–(\\[-]*(?:${PART}\\s*)?\\d{1,3}(?:\\s*(?:of|/|von)\\s*\\d+)?[\\s)\\]]*$`);

/** True for a title that names a part of its album rather than a book. */
export function looksLikeTrack(title: string, album: string): boolean {
  const text = foldText(title);
  const book = foldText(album);
  if (COUNTED.test(text) || NAMED.test(text) || NUMBERED.test(text)) return true;
  return text.startsWith(book) && PART_OF_ALBUM.test(text.slice(book.length));
}
