import { isAboutTheOther } from '../matching/kinds-of-find.js';
import { type AuthorEvidence, authorEvidence } from './author-evidence.js';
import { lengthEvidence } from './length-evidence.js';
import type { ReadForm } from './read-form.js';

/** Why two books are no one work: `never`, or not without asking a person. */
export interface WorkLimit {
  most: 'never' | 'ask';
  reason: string;
}

const never = (reason: string): WorkLimit => ({ most: 'never', reason });
const ask = (reason: string): WorkLimit => ({ most: 'ask', reason });

/** All that speaks against one work, whatever the titles and the people are. Symmetric. */
export function workLimits(a: ReadForm, b: ReadForm): WorkLimit[] {
  return [...ofKind(a, b), ...ofPortion(a, b), ...ofText(a, b), ...ofLength(a, b)];
}

function ofKind(a: ReadForm, b: ReadForm): WorkLimit[] {
  const limits: WorkLimit[] = [];
  if (isAbout(a, b) || isAbout(b, a)) limits.push(never('one is about the other'));
  if (a.isSet !== b.isSet) limits.push(never('several books in one, and one book'));
  const isOther = (x: ReadForm, y: ReadForm) => x.otherTexts.some((kind) => !y.otherTexts.includes(kind));
  if (isOther(a, b) || isOther(b, a)) limits.push(never('a piece of the other, or made from it'));
  if (a.isDramatised !== b.isDramatised) limits.push(ask('one is a dramatisation'));
  return limits;
}

function isAbout(a: ReadForm, b: ReadForm): boolean {
  return isAboutTheOther(a.called, b.called, b.authors.wrote.flat());
}

function ofPortion(a: ReadForm, b: ReadForm): WorkLimit[] {
  if (a.portion === b.portion) return [];
  const isOfBoth = a.portion !== undefined && b.portion !== undefined;
  return [isOfBoth ? never('other parts of a recording') : ask('one is a part of a recording')];
}

function ofText(a: ReadForm, b: ReadForm): WorkLimit[] {
  const limits: WorkLimit[] = [];
  if (a.language !== undefined && b.language !== undefined && a.language !== b.language)
    limits.push(ask(`other language: ${[a.language, b.language].sort().join(', ')}`));
  if (a.edition !== undefined && b.edition !== undefined && a.edition !== b.edition) limits.push(ask('other editions'));
  if (translators(a, b).verdict === 'other') limits.push(ask('other translators'));
  return limits;
}

/** Compared as authors are. */
function translators(a: ReadForm, b: ReadForm): AuthorEvidence {
  const of = ({ form }: ReadForm) => ({
    wrote: form.contributors.filter(({ role }) => role === 'translator').map(({ name }) => [name]),
    readAloud: [],
  });
  return authorEvidence(of(a), of(b));
}

function ofLength(a: ReadForm, b: ReadForm): WorkLimit[] {
  const found = lengthEvidence(a.form, b.form);
  if (found === 'long') return [ask('the recording is too long for the text')];
  return found === 'short' && !isAbridged(a) && !isAbridged(b) ? [ask('the recording is too short for the text')] : [];
}

const ABRIDGED =
  /(?:^|[^\p{L}])(?:abridged|gekürzt|gekuerzt|gekürzte|gekuerzte|abrégée?|abreviad[oa]|ridott[oa])(?![\p{L}])/iu;

/** By its own mark, or by its title. */
export function isAbridged({ form, called }: ReadForm): boolean {
  return form.abridged ?? ABRIDGED.test(called.everything);
}
