// HTML 13.1.2: these have no end tag; as XHTML they must be written <br/>.
const VOID = new Set(
  'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr'.split(' '),
);

// [mandatory] The device numbers nothing in these, and a span inside them would break or show.
const NEVER_MARKED = new Set(['script', 'style', 'pre', 'audio', 'video', 'svg', 'math']);

// [important] Text only by their content model, or never shown where scripts run (noscript).
const TEXT_ONLY = new Set(['textarea', 'select', 'option', 'title', 'iframe', 'noscript']);

const FOREIGN = new Set(['svg', 'math']);

/** `name` without its prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

export function isVoid(name: string): boolean {
  return VOID.has(name);
}

/** SVG and MathML, with or without a prefix: copied as they stand. */
export function isForeign(name: string): boolean {
  return FOREIGN.has(localName(name));
}

/** Elements that get no spans, nor does anything inside them. */
export function isLeftUnmarked(name: string): boolean {
  return NEVER_MARKED.has(name) || TEXT_ONLY.has(name) || isForeign(name);
}

/** Elements whose text is code of another language: no references, no clean-ups but by their own rules. */
export function isCode(name: string): boolean {
  return name === 'script' || name === 'style';
}
