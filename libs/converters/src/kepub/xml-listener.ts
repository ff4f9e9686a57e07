/** Where a construct stands in the source, as UTF-16 offsets: from its first character to behind its last. */
export interface Place {
  start: number;
  end: number;
}

export interface XmlTag {
  name: string;
  attributes: Readonly<Record<string, string>>;
  isSelfClosing: boolean;
}

/** What a scan tells, in source order. A self-closing element is told as an opening and then as a closing of no length. */
export interface XmlListener {
  opened(tag: XmlTag, place: Place): void;
  closed(name: string, place: Place): void;
  /** While it is true, texts need not be told, and elements that begin may be told to `passed` instead. */
  readonly deaf?: boolean;
  passed?(name: string): void;
  /** Text inside the root. `value` has its references resolved; `place` covers the source as it was written. */
  text?(value: string, place: Place): void;
  cdata?(value: string, place: Place): void;
}

/** The source is not well-formed XML. */
export class NotWellFormed extends Error {}

/** For whom only wants to know whether a source is well-formed. */
export const NOBODY: XmlListener = { opened: () => undefined, closed: () => undefined };
