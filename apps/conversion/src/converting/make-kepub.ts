import { type BeforeApplicationShutdown, Inject, Injectable } from '@nestjs/common';
import type { JobContext } from '@octavo/contracts';
import { ConversionRoom, converters, type KepubOptions } from '@octavo/converters';
import { DomainError, type Format } from '@octavo/domain';
import { CONFIG, type Config } from '@octavo/platform';
import type { FileAccess } from '@octavo/storage';
import { conversionPolicy, kepubOptions } from './kepub-options.js';
import { KepubifyAtHand } from './kepubify-at-hand.js';
import { nativeRecipes, preparation, withOptions, type Recipes } from './recipes.js';
import { remarkOn } from './remark-on.js';

type How = Pick<JobContext, 'progress' | 'signal'>;

/** What was made, and by whom. */
export interface Product {
  recipe: string;
  /** What is worth telling about pages that were not as they should be. */
  remark: string | null;
  /** Why it was not made by what was asked for. */
  problem: string | null;
}

/** How many books are converted at the same time. */
export const CONVERSIONS_AT_ONCE = 2;

/** Makes KEPUBs: by our own converters, or by kepubify where that was asked for and can be had. */
@Injectable()
export class MakeKepub implements BeforeApplicationShutdown {
  private readonly room = new ConversionRoom({ seats: CONVERSIONS_AT_ONCE });
  private readonly options: KepubOptions;
  private readonly native: Recipes;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly kepubify: KepubifyAtHand,
  ) {
    this.options = kepubOptions(config);
    this.native = nativeRecipes(converters, this.options);
  }

  /** By which recipe a file of this format is converted now. */
  async recipeFor(format: Format): Promise<string> {
    const recipe = (await this.recipes()).get(format);
    if (recipe === undefined) throw new DomainError('format.unsupported', `Nothing turns ${format} into KEPUB`);
    return recipe;
  }

  /** What books are prepared with now. */
  async preparation(): Promise<string> {
    return preparation(conversionPolicy(this.config), await this.recipes(), this.config.KEPUB_REPLACE_ORIGINAL);
  }

  /** As `preparation`; null while that is makeshift, and no reason to prepare anew what was prepared otherwise. */
  async preparationToJudgeBy(): Promise<string | null> {
    return (await this.isMakeshift()) ? null : this.preparation();
  }

  /** True while kepubify is wanted and cannot be had: what it made earlier, or elsewhere, is then not to be made anew. */
  async isMakeshift(): Promise<boolean> {
    return this.kepubify.wanted && (await this.kepubify.tool()) === undefined;
  }

  /** Writes the KEPUB of an open file to `target` and verifies it. Throws what converters throw. */
  async make(source: FileAccess, format: Format, target: string, how: How): Promise<Product> {
    const tool = format === 'epub' ? await this.kepubify.tool() : undefined;
    if (!tool) return { ...(await this.natively(source, format, target, how)), problem: this.makeshiftReason(format) };
    try {
      await tool.convert(source.path, target, { options: this.options, signal: how.signal });
      await this.room.verify(source, target, { signal: how.signal });
      return { recipe: withOptions(tool.recipe, this.options), remark: null, problem: null };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const product = await this.natively(source, format, target, how);
      return { ...product, problem: `kepubify could not convert it, so our own converter did. ${error.detail}` };
    }
  }

  private makeshiftReason(format: Format): string | null {
    if (format !== 'epub' || !this.kepubify.wanted) return null;
    return `kepubify cannot be had, so our own converter made it. ${this.kepubify.problem ?? ''}`.trim();
  }

  private async natively(source: FileAccess, from: Format, target: string, how: How): Promise<Product> {
    const { report } = await this.room.convert(source, { from, target, options: this.options }, how);
    return { recipe: this.native.get(from)!, remark: remarkOn(report), problem: null };
  }

  private async recipes(): Promise<Recipes> {
    const tool = await this.kepubify.tool();
    return tool ? new Map([...this.native, ['epub', withOptions(tool.recipe, this.options)]]) : this.native;
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.room.close();
  }
}
