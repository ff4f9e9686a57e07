import { foldText } from '@octavo/domain';

/** Texts parted by bars, in the form in which they are compared: folding takes marks off letters of every script. */
export function foldedList(texts: string): string[] {
  return texts.split('|').map(foldText);
}

/** True for a text that holds one of the phrases, whatever its case and accents; of it the first 20,000 letters count. */
export function holdsOneOf(phrases: string): (text: string) => boolean {
  const folded = foldedList(phrases);
  return (text) => {
    const looked = foldText(text.slice(0, 20_000));
    return folded.some((phrase) => looked.includes(phrase));
  };
}

/** True for a text that begins with one of the phrases. */
export function beginsWithOneOf(phrases: string): (text: string) => boolean {
  const folded = foldedList(phrases);
  return (text) => {
    const looked = foldText(text.slice(0, 200));
    return folded.some((phrase) => looked.startsWith(phrase));
  };
}
