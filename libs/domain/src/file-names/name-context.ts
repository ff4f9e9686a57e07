import type { NameKind, NameOrder } from './reading.js';

/** How sure it is that a text names an author: it is one, it holds one among other words, or nothing is known. */
export type Knowledge = 'is' | 'holds' | 'nothing';

/** What the readers of a name know beside the name itself. */
export interface NameContext {
  kind: NameKind;
  /** What decides where nothing else does. */
  order: NameOrder;
  /** What the library or the file itself knows of the author a text may name. */
  knowledge: (text: string) => Knowledge;
  /** True for a text that names the same person as a folder around the file. */
  inFolders: (text: string) => boolean;
  /** True for a text that the file itself calls its title. */
  isEmbeddedTitle: (text: string) => boolean;
  /** Folders around the file that mean something, outermost first. */
  folders: readonly string[];
  /** True when one of them looks like the name of a person. */
  inAuthorFolder: boolean;
  thisYear?: number;
}
