import { defaultTreeAdapter, parse } from 'parse5';
import type { DefaultTreeAdapterMap, DefaultTreeAdapterTypes, TreeAdapter } from 'parse5';
import { expandTags } from './expand-tags.js';
import {
  DEEPEST_NESTING,
  LARGEST_TOLERANT_PAGE,
  MOST_ATTRIBUTES,
  MOST_TOLERANT_NODES,
  PageRefused,
  tooMuch,
} from './limits.js';
import { refuseToMend } from './refuse-crowded.js';
import { serialiseXhtml } from './serialise-xhtml.js';

/**
 * Any page at all as well-formed XHTML, by the rules browsers mend broken HTML with. Gives markup without an XML
 * declaration; throws PageRefused for a page that is too large or too deep, 'archive.bomb' for one that multiplies.
 */
export function tidyHtml(page: string): string {
  if (page.length > LARGEST_TOLERANT_PAGE) throw new PageRefused('it is not well-formed and too large to be mended');
  refuseToMend(page);
  // With scripting off, noscript holds markup; with it on, its markup would become text.
  return serialiseXhtml(parse(expandTags(page), { scriptingEnabled: false, treeAdapter: boundedTree() }));
}

/**
 * parse5's tree, which stops growing at a point. HTML's rules repeat open formatting elements in every new paragraph and
 * look for open elements up the whole tree, so a small page can ask for any number of nodes and of steps.
 */
function boundedTree(): TreeAdapter<DefaultTreeAdapterMap> {
  let nodes = 0;
  let depth = 0;
  return {
    ...defaultTreeAdapter,
    createElement(...args): DefaultTreeAdapterTypes.Element {
      nodes += 1;
      if (args[2].length > MOST_ATTRIBUTES) throw tooMuch(`a tag with more than ${MOST_ATTRIBUTES} attributes`);
      if (nodes > MOST_TOLERANT_NODES)
        throw tooMuch(`more than ${MOST_TOLERANT_NODES} elements and is not well-formed`);
      return defaultTreeAdapter.createElement(...args);
    },
    onItemPush(): void {
      depth += 1;
      if (depth > DEEPEST_NESTING) throw new PageRefused('it is not well-formed and nested too deeply');
    },
    onItemPop(): void {
      depth -= 1;
    },
  };
}
