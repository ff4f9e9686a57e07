import { setTimeout } from 'node:timers/promises';
import type { PackedPage } from '../batch.js';
import { makePages } from '../make-pages.js';
import type { PageMaker } from '../page-maker.js';

/** How a batch fares: after how many milliseconds it is back, and which of its pages are not made. */
export interface Fate {
  ms: number;
  lost: 'none' | 'first' | 'all';
}

/** A second thread that is none: it makes pages here, and as its fates say. */
export function makerHere(fates: readonly Fate[]): PageMaker & { given: number; away: number } {
  const maker = {
    given: 0,
    away: 0,
    get free() {
      return maker.away < 2;
    },
    prepare: () => undefined,
    async make(plan: Parameters<PageMaker['make']>[0], pages: readonly PackedPage[]) {
      const { ms, lost } = fates[maker.given++ % fates.length] ?? { ms: 0, lost: 'none' };
      maker.away += 1;
      await setTimeout(ms);
      maker.away -= 1;
      const { answer } = makePages({ id: 0, plan, pages: [...pages] });
      if (lost === 'all') return [];
      return lost === 'first' ? [undefined, ...answer.pages.slice(1)] : answer.pages;
    },
  };
  return maker;
}
