import { sharedIdentifier } from '../matching/same-identifier.js';
import type { AuthorEvidence } from './author-evidence.js';
import { isGenericTitle } from './generic-titles.js';
import { isAbridged, workLimits } from './limits.js';

import type { ReadForm } from './read-form.js';
import { type TitleEvidence, titleEvidence } from './title-evidence.js';
import { type VolumeVerdict, volumeEvidence } from './volume-evidence.js';
import type { WorkMatch, WorkVerdict } from './work-match.js';

interface Evidence {
  title: TitleEvidence;
  author: AuthorEvidence;
  volume: VolumeVerdict;
  /** What both bear: "ISBN". */
  identifier?: string;
  /** True where a title itself bears a number, so that it is not enough to have the same one. */
  isNumbered: boolean;
}

const FROM = { same: 0.85, suggest: 0.6 };

/** The verdict over two forms, with all that speaks for and against it. Symmetric. */
export function judge(a: ReadForm, b: ReadForm, author: AuthorEvidence): WorkMatch {
  const identifier = sharedIdentifier(a.form.identifiers, b.form.identifiers);
  const evidence: Evidence = {
    title: titleEvidence(a, b),
    author,
    volume: volumeEvidence(a.volumes, b.volumes),
    isNumbered: isNumbered(a, b),
    ...(identifier !== undefined && { identifier }),
  };
  const limits = workLimits(a, b);
  const doubts = [
    ...doubtsOf(a, b, evidence),
    ...limits.filter(({ most }) => most === 'ask').map(({ reason }) => reason),
  ];
  const isNever = limits.some(({ most }) => most === 'never');
  const byEvidence = isNever || a.parts.length === 0 || b.parts.length === 0 ? 'different' : verdictOf(evidence);
  const doubted = byEvidence === 'same' && doubts.length > 0 ? 'suggest' : byEvidence;
  const isOneMedium = a.form.medium === b.form.medium;
  const verdict = isOneMedium && !(doubted === 'same' && isSameInAll(a, b, evidence)) ? 'different' : doubted;
  const reasons = [
    ...evidenceInWords(evidence),
    ...(isAbridged(a) !== isAbridged(b) ? ['one is abridged'] : []),
    ...limits.filter(({ most }) => most === 'never').map(({ reason }) => reason),
    ...doubts,
    ...(verdict !== doubted ? ['of one medium, and not the same in all'] : []),
  ];
  return { verdict, score: scoreOf(verdict, evidence, yearsAgree(a, b)), reasons };
}

/** By titles, people, places in series and identifiers alone. */
function verdictOf({ title, author, volume, identifier, isNumbered }: Evidence): WorkVerdict {
  const isPlace = volume === 'agree';
  if (author.verdict === 'other') return identifier !== undefined && title.verdict === 'same' ? 'suggest' : 'different';
  if (volume === 'contradict')
    return title.verdict === 'same' && !isNumbered && !title.isSeries ? 'suggest' : 'different';
  if (title.verdict === 'other') {
    const isLikely = identifier !== undefined || (isPlace && author.verdict === 'same');
    return isLikely ? 'suggest' : 'different';
  }
  const isBacked = isPlace || identifier !== undefined;
  if (author.verdict === 'same') return title.verdict === 'same' || isBacked ? 'same' : 'suggest';
  if (author.verdict === 'perhaps') return 'suggest';
  if (title.verdict === 'same') return isBacked ? 'same' : 'suggest';
  return isBacked ? 'suggest' : 'different';
}

function isNumbered(a: ReadForm, b: ReadForm): boolean {
  const isBare = ({ volumes }: ReadForm) => volumes.some(({ series }) => series === undefined);
  return a.row !== undefined || b.row !== undefined || (isBare(a) && isBare(b));
}

/** What makes it a question even where titles and people agree. */
function doubtsOf(a: ReadForm, b: ReadForm, { title, author, volume, identifier }: Evidence): string[] {
  const doubts: string[] = [];
  if (tellsWhichAlone(a, b) || tellsWhichAlone(b, a)) doubts.push('only one tells which volume it is');
  if (volume === 'unclear' && (title.isSeries || title.verdict !== 'same'))
    doubts.push('places in differently named series');
  const isGeneric = [a, b].some(({ parts }) => parts.every(({ text }) => isGenericTitle(text)));
  if (isGeneric && identifier === undefined && !author.isFirst) doubts.push('a title many books have');
  return doubts;
}

/** "Naruto 13" beside "Naruto", "Der Schwarm, Teil 1" beside "Der Schwarm"; the first volume goes by the name of its row. */
function tellsWhichAlone(a: ReadForm, b: ReadForm): boolean {
  if (b.volumes.length > 0 || a.volumes.length === 0) return false;
  if (a.row?.isPart === true) return true;
  const isNamedAfterRow = a.row !== undefined || a.parts.some(({ text }) => a.series.includes(text.toLowerCase()));
  return isNamedAfterRow && !a.volumes.some(({ number }) => number === '1');
}

/** What one medium asks for: title, authors, number and language, each the same or told by neither. */
function isSameInAll(a: ReadForm, b: ReadForm, { title, author, volume }: Evidence): boolean {
  const isOneNumber = volume === 'agree' || (volume === 'silent' && a.volumes.length === b.volumes.length);
  return title.likeness === 1 && author.verdict === 'same' && isOneNumber && a.language === b.language;
}

function yearsAgree({ form: a }: ReadForm, { form: b }: ReadForm): boolean {
  return (
    a.publishedYear !== undefined && b.publishedYear !== undefined && Math.abs(a.publishedYear - b.publishedYear) <= 1
  );
}

function scoreOf(verdict: WorkVerdict, { title, author, volume, identifier }: Evidence, isOneYear: boolean): number {
  const plain =
    0.6 * title.likeness +
    0.25 * (author.verdict === 'unknown' ? 0.6 : author.likeness) +
    (volume === 'agree' ? 0.07 : volume === 'number' ? 0.03 : 0) +
    (identifier === undefined ? 0 : 0.06) +
    (isOneYear ? 0.02 : 0);
  const [least, most] = verdict === 'same' ? [FROM.same, 1] : verdict === 'suggest' ? [FROM.suggest, 0.84] : [0, 0.59];
  return Math.round(Math.min(most, least + (most - least) * Math.max(0, plain)) * 1000) / 1000;
}

function evidenceInWords({ title, author, volume, identifier }: Evidence): string[] {
  return [
    TITLE_WORDS[title.verdict],
    AUTHOR_WORDS[author.verdict],
    ...(VOLUME_WORDS[volume] === '' ? [] : [VOLUME_WORDS[volume]]),
    ...(identifier === undefined ? [] : [`same ${identifier}`]),
  ];
}

const TITLE_WORDS = {
  same: 'same title',
  spelling: 'nearly the same title',
  part: 'one title is a part of the other',
  other: 'another title',
} as const;
const AUTHOR_WORDS = {
  same: 'same author',
  perhaps: 'perhaps the same author',
  unknown: 'author not known',
  other: 'another author',
} as const;
const VOLUME_WORDS = {
  agree: 'same place in the series',
  number: 'same number',
  silent: '',
  unclear: '',
  contradict: 'another volume',
} as const;
