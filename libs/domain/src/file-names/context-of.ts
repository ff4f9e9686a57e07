import { foldText } from '../search-text.js';
import { titleKey } from './candidate.js';
import { knowledgeOf, namesAgree } from './known-people.js';
import type { NameContext } from './name-context.js';
import { namesIn } from './people.js';
import { looksLikePerson, personScore } from './person-score.js';
import type { FileNameHints, NameKind } from './reading.js';

/** Hints together with what the ending of the name told of it. */
export type KindedHints = FileNameHints & { kind: NameKind };

/** What the hints and the folders, outermost first, tell about a name. */
export function contextOf(folders: readonly string[], hints: KindedHints): NameContext {
  const embedded = namesIn(hints.embeddedAuthor ?? '').map(({ name }) => foldText(name));
  const known = knowledgeOf(hints.knownAuthors ?? new Set());
  const ownAuthors = knowledgeOf(new Set(embedded));
  const title = titleKey(hints.embeddedTitle ?? '');
  return {
    kind: hints.kind,
    order: hints.profile === 'title-author' || hints.profile === 'calibre' ? 'title-author' : 'author-title',
    knowledge: (text) => (ownAuthors(text) === 'nothing' ? known(text) : ownAuthors(text)),
    inFolders: (text) => folders.some((folder) => personScore(folder) > 0 && namesAgree(folder, text)),
    isEmbeddedTitle: (text) => title !== '' && titleKey(text) === title,
    folders,
    inAuthorFolder: folders.some((folder) => looksLikePerson(folder)),
    ...(hints.thisYear !== undefined && { thisYear: hints.thisYear }),
  };
}
