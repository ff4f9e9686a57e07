import { normalText } from '../matching/normal-text.js';

const GENERIC = new Set(
  (
    'the a and of selected collected complete best new short poems poetry verse stories tales letters essays plays works ' +
    'writings speeches autobiography biography memoir memoirs diary diaries journals sonnets fables ' +
    'gedichte erzahlungen geschichten briefe werke gesammelte ausgewahlte die der das ' +
    'poemes contes nouvelles lettres oeuvres poemas poesia cuentos cartas obras poesie racconti lettere opere'
  ).split(' '),
);

/** True for "Selected Poems": what many people's books are called. */
export function isGenericTitle(text: string): boolean {
  return normalText(text)
    .split(' ')
    .every((word) => GENERIC.has(word));
}
