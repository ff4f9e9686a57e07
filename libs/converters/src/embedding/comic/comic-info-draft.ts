import { escapeText } from '../../kepub/tag-source.js';
import { MarkupEdits } from '../markup/markup-edits.js';
import type { Markup, MarkupElement } from '../markup/markup.js';

/** ComicInfo 2.1, the Anansi Project's schema: its elements in the order it wants them in. */
const ELEMENTS =
  'Title Series Number Count Volume AlternateSeries AlternateNumber AlternateCount Summary Notes Year Month Day Writer Penciller Inker Colorist Letterer CoverArtist Editor Translator Publisher Imprint Genre Tags Web PageCount LanguageISO Format BlackAndWhite Manga Characters Teams Locations ScanInformation StoryArc StoryArcNumber SeriesGroup AgeRating Pages CommunityRating MainCharacterOrTeam Review GTIN'.split(
    ' ',
  );
const PLACES = new Map(ELEMENTS.map((name, at) => [name.toLowerCase(), at]));

/** Texts by the name of their element, as the schema writes it; undefined takes the element away. */
export type ComicInfoTexts = Readonly<Record<string, string | undefined>>;

/** A ComicInfo.xml on its way to say something else. `root` is its <ComicInfo>. */
export class ComicInfoDraft {
  private readonly edits: MarkupEdits;

  constructor(
    markup: Markup,
    private readonly root: MarkupElement,
  ) {
    this.edits = new MarkupEdits(markup);
  }

  /** What an element says: of several of a name the first that is not empty, as our reader has it. '' for nothing. */
  text(name: string): string {
    return this.element(name)?.text.trim() ?? '';
  }

  /** Names it does not know are no error, but there is no place for them. */
  set(texts: ComicInfoTexts): void {
    for (const name of ELEMENTS) {
      if (!(name in texts)) continue;
      const text = texts[name];
      if (text === undefined) for (const element of this.all(name)) this.edits.remove(element);
      else if (text !== this.text(name)) this.write(name, text);
    }
  }

  /** The very same text where nothing was set. */
  finish(): string {
    return this.edits.finish();
  }

  private all(name: string): MarkupElement[] {
    return this.root.children.filter((child) => child.name === name.toLowerCase());
  }

  private element(name: string): MarkupElement | undefined {
    const all = this.all(name);
    return all.find(({ text }) => text.trim() !== '') ?? all[0];
  }

  private write(name: string, text: string): void {
    const element = this.element(name);
    if (element) this.edits.setText(element, text);
    else this.add(this.root.tag.name.replace(/[^:]*$/, name), text, PLACES.get(name.toLowerCase()) ?? 0);
  }

  private add(name: string, text: string, place: number): void {
    const line = `<${name}>${escapeText(text)}</${name}>`;
    const { children } = this.root;
    const before = children.findLast((child) => (PLACES.get(child.name) ?? Infinity) < place);
    const [first] = children;
    if (before) this.edits.insertAfter(before, line);
    else if (first) this.edits.insertBefore(first, line);
    else this.edits.append(this.root, line);
  }
}
