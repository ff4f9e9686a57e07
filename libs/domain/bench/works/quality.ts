import { matchWork, type WorkVerdict } from '../../src/index.js';
import type { LabelledPair } from './pairs-of.js';

/** What became of labelled pairs. */
export interface Quality {
  pairs: number;
  /** Of those that were tied, how many are one text; 1 where none was. */
  precision: number;
  /** Of those labelled `certain`, how many were tied. */
  recall: number;
  /** Of those labelled `ask`, how many were asked about or tied. */
  asked: number;
  /** Of those labelled `related`, how many were asked about. */
  relatedAsked: number;
  /** Of those labelled `different`, how many a person is asked about in vain. */
  askedInVain: number;
  /** What is to be looked at, worst first: "tied wrongly", "not tied", "lost". */
  faults: { id: string; fault: 'tied wrongly' | 'lost' | 'not tied' | 'asked in vain'; reasons: readonly string[] }[];
}

/** Matches every pair and counts. */
export function qualityOf(pairs: readonly LabelledPair[]): Quality {
  const judged = pairs.map((pair) => ({ ...pair, ...matchWork(...pair.books) }));
  const share = (of: typeof judged, isRight: (one: (typeof judged)[number]) => boolean) =>
    of.length === 0 ? 1 : of.filter(isRight).length / of.length;
  const labelled = (label: LabelledPair['label']) => judged.filter((one) => one.label === label);
  const verdictIs = (verdict: WorkVerdict) => (one: (typeof judged)[number]) => one.verdict === verdict;
  const isOneText = ({ label }: LabelledPair) => label === 'certain' || label === 'ask';
  const faults = judged.flatMap(({ id, label, verdict, reasons }) => {
    if (verdict === 'same') return isOneText({ id, label } as LabelledPair) ? [] : [fault(id, 'tied wrongly', reasons)];
    if (label === 'certain') return [fault(id, verdict === 'suggest' ? 'not tied' : 'lost', reasons)];
    if (label === 'ask' && verdict === 'different') return [fault(id, 'lost', reasons)];
    return label === 'different' && verdict === 'suggest' ? [fault(id, 'asked in vain', reasons)] : [];
  });
  return {
    pairs: pairs.length,
    precision: share(judged.filter(verdictIs('same')), isOneText),
    recall: share(labelled('certain'), verdictIs('same')),
    asked: share(labelled('ask'), ({ verdict }) => verdict !== 'different'),
    relatedAsked: share(labelled('related'), verdictIs('suggest')),
    askedInVain: share(labelled('different'), verdictIs('suggest')),
    faults: faults.sort((a, b) => ORDER.indexOf(a.fault) - ORDER.indexOf(b.fault)),
  };
}

const ORDER = ['tied wrongly', 'lost', 'not tied', 'asked in vain'];

function fault(id: string, what: Quality['faults'][number]['fault'], reasons: readonly string[]) {
  return { id, fault: what, reasons };
}
