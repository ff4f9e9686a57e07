import { createHash } from 'node:crypto';
import { type Converter, DEFAULT_KEPUB_OPTIONS, type KepubOptions } from '@octavo/converters';
import type { ConversionPolicy, Format } from '@octavo/domain';

/** By which recipe a file of each format becomes a KEPUB: equal content and equal recipe give equal bytes. */
export type Recipes = ReadonlyMap<Format, string>;

/**
 * The recipes of our own converters. A recipe is part of a file's name: "v2", or "v2-1a2b3c4d" where the user decided
 * something.
 */
export function nativeRecipes(converters: readonly Converter[], options: KepubOptions): Recipes {
  return new Map(
    converters
      .filter(({ to }) => to === 'kepub')
      .map(({ from, version }) => [
        from,
        from === 'epub' ? withOptions(`v${version}`, options) : `${from}-v${version}`,
      ]),
  );
}

/** A recipe of a converter that obeys the options too. */
export function withOptions(recipe: string, options: KepubOptions): string {
  const decided = Object.entries(options).filter(([name, value]) => !isDefault(name as keyof KepubOptions, value));
  if (decided.length === 0) return recipe;
  const text = JSON.stringify(decided.sort(([a], [b]) => (a < b ? -1 : 1)));
  return `${recipe}-${createHash('sha256').update(text).digest('hex').slice(0, 8)}`;
}

/** All that settles what devices get, in a line: under another one it is settled anew. */
export function preparation({ convert, sizeLimit }: ConversionPolicy, recipes: Recipes, replace: boolean): string {
  if (!convert) return 'unconverted';
  return [...recipes.values(), `up to ${sizeLimit}`, ...(replace ? ['in place'] : [])].join(', ');
}

function isDefault(name: keyof KepubOptions, value: unknown): boolean {
  return JSON.stringify(value) === JSON.stringify(DEFAULT_KEPUB_OPTIONS[name]);
}
