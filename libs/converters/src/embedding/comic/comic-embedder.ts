import { DomainError, type RandomAccess } from '@octavo/domain';
import { openComic, ZipArchive, type OpenedComic } from '@octavo/formats';
import { escapeText } from '../../kepub/tag-source.js';
import { utf8 } from '../../kepub/utf8.js';
import { agree } from '../agreement.js';
import { refuseUncopyable } from '../copy-archive.js';
import { settledDescription } from '../description-text.js';
import type { Embedder, EmbedPlan, EmbedRequest } from '../embedder.js';
import { MOST_ENTRIES } from '../limits.js';
import { reportOf } from '../report.js';
import { SAID_FIELDS, saidOf, withoutNothing, type Said } from '../said.js';
import { settle, type Settled } from '../settle.js';
import { filledUp, wantedOf } from '../wanted.js';
import { carriedByComics } from './carried-by-comics.js';
import { findDocument, INFO_NAME, newDocument, readDocument, type ComicDocument } from './comic-document.js';
import { ComicInfoDraft } from './comic-info-draft.js';
import { summaryText } from './comic-summary.js';
import { comicTexts } from './comic-texts.js';
import { checkPages } from './same-pages.js';

/**
 * Comics in a zip: their metadata stands in ComicInfo.xml, which is made where there is none. A cover is one of the
 * pages, and no page is ever written over.
 */
export const comicEmbedder: Embedder = { plan, readBack };

async function plan(source: RandomAccess, request: EmbedRequest): Promise<EmbedPlan> {
  const { comic, archive } = await openZip(source);
  const found = await findDocument(archive);
  const said = saidByComic(comic);
  const asked = filledUp(await askedOf(request), said);
  const carried = carriedByComics(asked, said);
  const before = carriedByComics(said, said);
  const isDue = SAID_FIELDS.some((field) => carried[field] !== undefined && !agree(field, carried, before));
  const document = found ?? newDocument(archive, comic.frontCover);
  // A record that is new says nothing yet, and since it is read before all others it repeats what they say.
  const start = found ? before : withoutNothing({ pageCount: said.pageCount });
  const wanted = found ? carried : { ...before, ...carried };
  const unchanged: Settled = { text: document.markup.text, wanted: carried, written: [] };
  const settled = isDue ? await settleDocument(document, wanted, start) : unchanged;
  const changed = settled.written.filter((field) => !agree(field, settled.wanted, before));
  const { left, ...report } = reportOf(request, asked, { ...settled, written: changed });
  return {
    archive,
    before: isDue ? start : before,
    wanted: settled.wanted,
    ...filesOf(document, settled),
    report: { ...report, left: request.cover ? [...left, 'cover'] : left },
  };
}

function filesOf({ entry, markup }: ComicDocument, { text }: Settled): Pick<EmbedPlan, 'rewritten' | 'added'> {
  if (text === markup.text) return { rewritten: new Map(), added: [] };
  const file = { name: entry?.name ?? INFO_NAME, bytes: utf8(text) };
  return entry ? { rewritten: new Map([[entry, file]]), added: [] } : { rewritten: new Map(), added: [file] };
}

async function settleDocument({ markup, root }: ComicDocument, wanted: Said, before: Said): Promise<Settled> {
  const summary = wanted.description && (await summaryText(wanted.description, readSummary));
  return settle({
    before,
    wanted,
    write: (fields, asked) => {
      const due: Said = Object.fromEntries(Object.entries(asked).filter(([field]) => fields.has(field as keyof Said)));
      const draft = new ComicInfoDraft(markup, root);
      draft.set(
        comicTexts(due.description ? { ...due, description: summary } : due, before, (name) => draft.text(name)),
      );
      return draft.finish();
    },
    read: async (text) => withoutNothing({ ...(await readDocument(text)), pageCount: before.pageCount }),
  });
}

async function askedOf(request: EmbedRequest): Promise<Said> {
  const { description, contributors, ...said } = wantedOf(request);
  return withoutNothing({
    ...said,
    contributors: contributors?.map(({ name, role }) => ({ name, role })),
    description: description && (await settledDescription(description, readSummary)),
  });
}

async function readSummary(summary: string): Promise<string | undefined> {
  const text = `<ComicInfo><Series>-</Series><Summary>${escapeText(summary)}</Summary></ComicInfo>`;
  return (await readDocument(text)).description;
}

/** A comic has as many pages as it has. */
function saidByComic({ draft, pages }: OpenedComic): Said {
  return withoutNothing({ ...saidOf(draft), pageCount: pages.length });
}

async function openZip(source: RandomAccess): Promise<{ comic: OpenedComic; archive: ZipArchive }> {
  const head = Buffer.from(await source.read(0, 4)).toString('latin1');
  if (head === 'Rar!')
    throw new DomainError('format.unsupported', 'The comic is a RAR archive, whatever it is called.');
  const comic = await openComic(source);
  const archive = await ZipArchive.open(source, { entries: MOST_ENTRIES });
  refuseUncopyable(archive);
  if (comic.pages.length === 0)
    throw new DomainError('file.unreadable', 'The archive holds no pages, so it is no comic.');
  return { comic, archive };
}

async function readBack(original: RandomAccess, result: RandomAccess): Promise<Said> {
  const [was, is] = await Promise.all([openComic(original), openComic(result)]);
  checkPages(was, is);
  return carriedByComics(saidByComic(is), saidByComic(is));
}
