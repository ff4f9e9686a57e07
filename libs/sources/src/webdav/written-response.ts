import type { PropName, WrittenProps } from './props.js';

/** One `response` as it stands in the answer. */
export interface WrittenEntry {
  /** Undefined where there is none, or it is too long to be a path. */
  href: string | undefined;
  /** What the server says of this one thing instead of telling its properties; from 400 on. */
  status: number | undefined;
  /** The server is still at work on it (425). */
  processing: boolean;
  props: WrittenProps;
}

/** A `response` while it is read. */
export interface OpenResponse {
  hrefs: (string | undefined)[];
  status: number | undefined;
  processing: boolean;
  told: boolean;
  props: OpenProps;
}
export interface OpenPropstat {
  status: number | undefined;
  props: OpenProps;
}
interface OpenProps extends WrittenProps {
  text: Partial<Record<PropName, string>>;
  collection: boolean;
  syncCollection: boolean;
}
const NOTHING_TOLD: OpenProps = { collection: false, syncCollection: false, text: {} };

export function newResponse(): OpenResponse {
  return { hrefs: [], status: undefined, processing: false, told: false, props: NOTHING_TOLD };
}

export function newPropstat(): OpenPropstat {
  return { status: undefined, props: { collection: false, syncCollection: false, text: {} } };
}

/** Adds what a propstat says. Properties count from wherever they were found; some servers tell first what they do not have. */
export function withPropstat(response: OpenResponse, { status = 200, props }: OpenPropstat): void {
  response.told = true;
  if (status === 425) response.processing = true;
  if (status === 507) response.status = status;
  if ((status < 200 || status > 299) && status !== 425) return;
  response.props = together(response.props, props);
}

/** One for each href; one without any where there is none. */
export function entriesOf({ hrefs, status, processing, told, props }: OpenResponse): WrittenEntry[] {
  const refused = status !== undefined && status >= 400 && (!told || status === 507) && status !== 425;
  const entry = { status: refused ? status : undefined, processing: processing || status === 425, props };
  return (hrefs.length === 0 ? [undefined] : hrefs).map((href) => ({ ...entry, href }));
}

/** From "HTTP/1.1 200 OK"; undefined for what is none, which counts as told without a status. */
export function statusIn(line: string | undefined): number | undefined {
  if (line === 'HTTP/1.1 200 OK') return 200;
  const status = /^\s*(?:HTTP\/\S{1,8}\s+)?(\d{3})\b/i.exec(line ?? '')?.[1];
  return status === undefined ? undefined : Number(status);
}

function together(told: OpenProps, more: OpenProps): OpenProps {
  if (told === NOTHING_TOLD) return more;
  return {
    text: { ...told.text, ...more.text },
    collection: told.collection || more.collection,
    syncCollection: told.syncCollection || more.syncCollection,
  };
}
