import { normalText } from '../matching/normal-text.js';

/** What is another text under the title of a book, in normal text: pieces of it, and what was made from it. */
const OTHER_TEXTS = [
  / (?:sample|sampler|sample chapters|excerpt|extract|preview|leseprobe|horprobe|hoerprobe|extrait|fragmento|estratto|anteprima|adelanto|kostprobe) /,
  / (?:young readers|young adults|for children|for kids|fur kinder|easy reader|penguin readers|graded reader|leichte sprache|pour les enfants|para ninos|per bambini) /,
  / (?:retold|adapted for|nacherzahlt|raconte aux|contado (?:a|para)|raccontato ai) /,
  / (?:graphic (?:novel|history|biography|adaptation)|comics?|bande dessinee|fumetti|novela grafica|manga edition|bilderbuch) /,
  / (?:journal|planner|workbook|cookbook|colou?ring book|malbuch|kochbuch|quaderno|cuaderno|cahier d exercices) /,
  / guide to the (?:[^ ]+ ){0,2}(?:world|worlds|realms?|universe|lands?|kingdoms?|series|saga|characters) /,
  / (?:making of|behind the scenes of|the world of) /,
  / (?:lekturehilfe|unterrichtsmaterial\w*|textanalyse|konigs erlauterungen|resume et analyse|resena|comentario de|commento a) /,
  / and (?:other|(?:two|three|four|five|six|seven) (?:other )?)(?:stories|tales|novellas|poems|essays|plays|writings)? | und andere (?:erzahlungen|geschichten) | et autres (?:nouvelles|contes) | y otros (?:cuentos|relatos) | e altri (?:racconti|scritti) /,
];
const DRAMATISED =
  / (?:dramati[sz](?:ed|ation)|radio (?:play|drama)|audio drama|original drama|full cast|graphic ?audio|bbc radio|the play|\w*h(?:o|oe)rspiel\w*|audio (?:play|movie)|theatre works|adapted for (?:the )?(?:radio|stage)|fiction radiophonique|piece radiophonique|dramatizad[oa]|radionovela|radioteatro|radiodramma|drammatizzat[oa]|hoorspel|sluchowisko) /;

/** Kinds of other texts a title says it is; equal numbers are equal kinds. */
export function otherTextsIn(title: string): number[] {
  const normal = ` ${normalText(title)} `;
  return OTHER_TEXTS.flatMap((kind, at) => (kind.test(normal) ? [at] : []));
}

/** True for a text that says a play was made of the book: "[Dramatized Adaptation]", "Hörspiel", "Full Cast". */
export function isDramatised(text: string): boolean {
  return DRAMATISED.test(` ${normalText(text)} `);
}
