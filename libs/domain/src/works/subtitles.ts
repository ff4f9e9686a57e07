import { normalText } from '../matching/normal-text.js';

/** What a subtitle calls its book: "A Brief History of Humankind", "Eine kurze Geschichte", "Une histoire d'amour". */
const KINDS =
  'history|guide|memoir|novel|novella|biography|autobiography|story|stories|life|journey|manifesto|primer|introduction|' +
  'tale|mystery|adventure|romance|thriller|fable|essay|roman|geschichte|erzahlung|biografie|histoire|biographie|recit|' +
  'historia|biografia|novela|storia|romanzo|racconto|geschiedenis';
const OPENINGS = [
  new RegExp(`^(?:an?|eine?|une?|una?|un|een) (?:[^ ]+ ){0,4}(?:${KINDS}) `),
  /^(?:how|why|what|when|ten|inside|stories|lessons|essays|unlocking|unleashing|understanding|wie|warum|comment|pourquoi|como|por que|come|perche) (?:[^ ]+ ){2}/,
  /^the (?:(?:new|true|untold|hidden|surprising|definitive|inside|remarkable|real) )?(?:story|history|art|science|psychology|power|memoir|biography|truth) (?:of|behind|about) /,
  /^(?:die|das|der) (?:[^ ]+ )?(?:geschichte|kunst|wahrheit|wissenschaft|biografie|macht) /,
  /^(?:l ?histoire|l ?art|la (?:historia|storia|verdad|vera)|el arte|l ?arte|il potere) /,
];
/** From so many words on it explains, it names nothing. */
const LONG = 7;

/**
 * True for "A Brief History of Humankind": an explanation, not the title of one of several books under a common name, such
 * as "A Study in Scarlet" behind "Sherlock Holmes".
 */
export function isSubtitle(text: string): boolean {
  const normal = normalText(text);
  return OPENINGS.some((opening) => opening.test(`${normal} `)) || normal.split(' ').length >= LONG;
}
