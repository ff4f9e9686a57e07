/** What a user may decide about the KEPUBs that are made. Neither of these changes which span has which id, but the cut. */
export interface KepubOptions {
  /**
   * A page put before the book, because the device lays the first one out without margins: `auto` where that would
   * show, `always`, `never`.
   */
  titlePage: 'auto' | 'always' | 'never';
  /** What a style of ours says of hyphenation: nothing (`book`), that it is wanted, or that it is not. */
  hyphenation: 'book' | 'on' | 'off';
  /** Straight quotes, double hyphens and three dots become what a typesetter would have set. */
  smartPunctuation: boolean;
  /** Rules that let pages use the whole screen on devices with a status bar switched off. */
  fullScreenFixes: boolean;
  /** Style sheets of the user's, one style element each. */
  css: readonly string[];
  /** Texts replaced in every finished page, one after another. */
  replacements: readonly Replacement[];
  /** `every tool`: the cut other tools make; `language`: Chinese and Japanese sentences end at their own full stops. */
  sentences: 'every tool' | 'language';
}

export interface Replacement {
  find: string;
  replace: string;
}

export const DEFAULT_KEPUB_OPTIONS: KepubOptions = {
  titlePage: 'auto',
  hyphenation: 'book',
  smartPunctuation: false,
  fullScreenFixes: false,
  css: [],
  replacements: [],
  sentences: 'every tool',
};

/** All of them; what is not said is as by default. */
export function completeOptions(wished: Partial<KepubOptions> = {}): KepubOptions {
  const said = Object.entries(wished).filter(([, value]) => value !== undefined);
  return { ...DEFAULT_KEPUB_OPTIONS, ...(Object.fromEntries(said) as Partial<KepubOptions>) };
}
