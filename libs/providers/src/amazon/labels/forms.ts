import { foldText } from '@octavo/domain';
import type { PublishedForm } from '../../candidate.js';
import { publishedForm } from '../../published-form.js';
import { foldedList } from './phrases.js';

/** Words of bindings in the languages of the shops; the first that a text holds counts, so what is more special stands first. */
const WORDS: readonly [PublishedForm, string[]][] = [
  ['kindle', foldedList('kindle')],
  ['audio-cd', foldedList('audio cd|audio-cd|cd audio|cd de audio|ljud-cd|mp3 cd|mp3-cd|płyta cd')],
  [
    'audiobook',
    foldedList(
      'hörbuch|livre audio|audiolibro|audiolivro|luisterboek|ljudbok|sesli kitap|オーディオブック|オーディブル|audible|有声书|كتاب صوتي',
    ),
  ],
  [
    'board-book',
    foldedList('board book|pappbilderbuch|tout-carton|libro di cartone|libro de cartón|kartonboek|ボードブック|纸板书'),
  ],
  ['mass-market', foldedList('mass market|mass-market|poche|tascabile|bolsillo|livro de bolso|文庫|新書')],
  [
    'hardcover',
    foldedList(
      'hardcover|gebunden|relié|cartonné|copertina rigida|tapa dura|pasta dura|capa dura|inbunden|twarda|ciltli|ハードカバー|精装|غلاف مقوى|غلاف صلب',
    ),
  ],
  [
    'paperback',
    foldedList(
      'paperback|taschenbuch|broschiert|broché|copertina flessibile|brossura|tapa blanda|pasta blanda|capa comum|capa mole|häftad|pocket|miękka|karton kapak|ペーパーバック|単行本|ソフトカバー|平装|غلاف ورقي|غلاف عادي',
    ),
  ],
];
/** What is sold beside books, though it may have an author and an ISBN. */
const NO_BOOK =
  /\b(?:calendar|kalender|calendrier|calendario|kalendarz|takvim|poster|affiche|game|spiel|jouet|giocattolo|juguete|toy|dvd|blu-?ray|vhs|prime video|vinyl|schallplatte|playing cards|spielkarten|flash ?cards|audio sample)\b|カレンダー|ポスター/;

/** "Gebundene Ausgabe" -> 'hardcover', "Kindle版" -> 'kindle'; undefined for what names no form. */
export function formOf(text: string): PublishedForm | undefined {
  const folded = foldText(text.slice(0, 120));
  const found = WORDS.find(([, words]) => words.some((word) => folded.includes(word)));
  return found?.[0] ?? publishedForm(text);
}

/** True for the name of a form that is no book: a calendar, a film. */
export function isNoBook(text: string): boolean {
  return NO_BOOK.test(text.slice(0, 120).toLowerCase());
}
