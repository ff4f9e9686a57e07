import type { DavConnection } from './dav-client.js';
import { readDate } from './dates.js';
import type { WrittenEntry } from './multistatus.js';
import type { PropfindAnswer } from './propfind.js';
import { readEtag, readProps } from './props.js';
import { serverKind, type ServerKind } from './server-kind.js';

/** What is learned of a server that can be used. */
export interface ServerFacts {
  /** The path the server itself gives the base, escaped, with slashes at both ends. */
  serverPath: string;
  kind: ServerKind;
  /** As it calls itself, at most a hundred characters. */
  server?: string;
  /** Classes of RFC 4918 and more, as they stand in the DAV header. */
  dav?: string;
  /** Seconds by which its clock is ahead of ours. */
  skewSec?: number;
  /** It tells ids of files: ask for them. */
  ownCloud: boolean;
  /** It offers RFC 6578 for the base. */
  syncCollection: boolean;
  absoluteHrefs: boolean;
  rootEtag?: string;
  rootId?: string;
  /** Changes when the server was restored from a backup. */
  dataFingerprint?: string;
  /** Things in the base. */
  count: number;
  warnings: 'insecure_transport'[];
  /** The address it has moved to for good; to be offered, and never set without asking. */
  suggestedBase?: string;
}

export interface Learned {
  connection: DavConnection;
  /** The base as it tells of itself, and the answer in which it does. */
  first: WrittenEntry;
  asked: PropfindAnswer;
  /** Of that answer and of OPTIONS. */
  headers: Readonly<Record<string, string>>;
  serverPath: string;
  count: number;
  now: number;
}

const MOST_FROM_HEADER = 100;

/** What the answers of a probe say of the server. */
export function factsOf({ connection, first, asked, headers, serverPath, count, now }: Learned): ServerFacts {
  const { text, syncCollection } = first.props;
  const { fileId: rootId } = readProps(first.props, now);
  const rootEtag = readEtag(text.getetag);
  const date = readDate(asked.answer.headers['date'] ?? '');
  const dataFingerprint = brief(text['oc:data-fingerprint']);
  const [server, dav] = [brief(headers['server']), brief(headers['dav'])];
  const tellsIds = rootId !== undefined;
  return {
    serverPath,
    kind: serverKind({ headers, path: serverPath, tellsIds }),
    ...(server !== undefined && { server }),
    ...(dav !== undefined && { dav }),
    ...(date && { skewSec: Math.round((date.getTime() - now) / 1000) }),
    ownCloud: tellsIds,
    syncCollection,
    absoluteHrefs: /^\s*https?:/i.test(first.href ?? ''),
    ...(rootEtag !== undefined && { rootEtag }),
    ...(rootId !== undefined && { rootId }),
    ...(dataFingerprint !== undefined && { dataFingerprint }),
    count,
    warnings: connection.base.secure ? [] : ['insecure_transport'],
    ...(asked.moved && { suggestedBase: `${asked.at.origin}${asked.at.target.replace(/\/*$/, '/')}` }),
  };
}

function brief(text: string | undefined): string | undefined {
  const short = text?.trim().slice(0, MOST_FROM_HEADER) ?? '';
  return short === '' ? undefined : short;
}
