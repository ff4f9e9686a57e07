import type { MadePage } from '../kepub/make-page.js';
import type { PagePlan } from '../kepub/page-plan.js';
import type { PackedPage } from './batch.js';

/** Somebody who makes pages at the same time. */
export interface PageMaker {
  /** Would take another batch now. */
  readonly free: boolean;
  /** Gets ready for what may come; nobody waits for it. */
  prepare(): void;
  /** The pages in their order; undefined, or missing, is one that was not made. Never throws. */
  make(plan: PagePlan, pages: readonly PackedPage[]): Promise<readonly (MadePage | undefined)[]>;
}
