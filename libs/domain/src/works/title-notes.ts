import { isEditionNote } from '../matching/edition-words.js';
import { normalText } from '../matching/normal-text.js';

const words = (text: string) => new Set(text.split(' '));
/** What a form of a book is called in shops, as normal text; nothing of it says which book it is. */
const ABOUT_FORMS = words(
  'unabridged abridged uncut audiobook audio audible horbuch hoerbuch lesung gelesen ungekurzt ungekurzte ungekuerzt ' +
    'ungekuerzte gekurzt gekurzte gekuerzt gekuerzte horspiel hoerspiel roman kriminalroman krimi thriller novel ' +
    'novella memoir romanzo novela novelle polar fiction ebook kindle edition ausgabe edicion edizione version versione ' +
    'integrale integral integra completa sonderausgabe dramatized dramatised dramatization dramatisation adaptation ' +
    'retail narracion castellano audiolibro audiolivre luisterboek ljudbok livre bestseller tie play drama fumetti ' +
    'radiophonique radiodramma dramatizado texte vollstandige vollstaendige fassung original cast',
);
const BESIDE = words(
  'a an the ein eine der die das un une una el la le il of and und et y e in en complete full movie film tv series ' +
    'spanish english german french italian deutsche first second third new bbc radio 4 official debut desordio desorder ' +
    'desordre historical crime psychological fantasy litrpg gamelit adventure to read by author',
);
const SAID_BY =
  /^(?:(?:un)?abridged )?(?:read|narrated|performed|gelesen|gesprochen|lu|leido|narrado|letto|voorgelezen) (?:by|von|par|por|da|door) /;
const BOASTS = / (?:best ?sell(?:er|ing)|gripping|unputdownable|page turner|must read|award winning|pulitzer prize) /;

/** True for "Unabridged", "Ungekürzte Lesung", "A Novel", "Read by the Author", "The gripping bestseller". */
export function isFormNote(text: string): boolean {
  const normal = normalText(text);
  if (isEditionNote(text) || SAID_BY.test(`${normal} `) || BOASTS.test(` ${normal} `)) return true;
  const all = normal.split(' ');
  return all.some((word) => ABOUT_FORMS.has(word)) && all.every((word) => ABOUT_FORMS.has(word) || BESIDE.has(word));
}

/** "Complete", said of one book and not of several: "texte intégral", "versione integrale". */
const COMPLETE =
  /\b(?:complete (?:and|&) unabridged|version intégrale|texte intégral|versione integrale|edizione integrale|versión íntegra|vollständige (?:lesung|ausgabe|fassung))\b/giu;

/** A title without what says that nothing of the one book is left out. */
export function withoutComplete(text: string): string {
  return text.normalize('NFC').replace(COMPLETE, 'unabridged');
}

const COUNTED = '(?:part|teil|partie|parte|deel|del|disc|disk|cd|folge)';
const PORTIONS = [
  new RegExp(`[\\s,(–-]*\\(?\\b${COUNTED}\\.? ?(\\d{1,2}) ?(?:of|von|de|sur|di|/) ?\\d{1,2}\\b\\)?`, 'iu'),
  /\s*\((\d{1,2}) (?:of|von|de|sur|di) \d{1,2}\)/iu,
  /[\s,(–-]*\(?\b(?:disc|disk|cd) ?(\d{1,2})\b\)?/iu,
  /[\s,(–-]*\(?\b(\d)(?:re|ère|e|ème) partie\b\)?/iu,
];

/** A title of a piece of a recording: "Cryptonomicon (Part 1 of 2)", "The Stand - Disc 1"; its number, and the rest. */
export function portionOf(title: string): { title: string; portion?: string } {
  for (const form of PORTIONS) {
    const found = form.exec(title);
    if (found && found.index > 0)
      return { title: title.replace(found[0], ' ').trim(), portion: String(Number(found[1])) };
  }
  return { title };
}
