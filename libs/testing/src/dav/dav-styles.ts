import type { DavNode } from './dav-tree.js';

/** How a kind of server writes its answers. */
export interface DavStyle {
  server: string;
  /** Of the DAV header. */
  classes: string;
  /** Before the elements of the answer, and before properties; both stand for `DAV:`. */
  prefix: string;
  propPrefix: string;
  /** Letters that stay bare in hrefs, beside letters and digits; as a class of a regular expression. */
  bare: string;
  hex: 'upper' | 'lower';
  absolute: boolean;
  statusFirst: boolean;
  /** What it does with properties it does not have: nothing, or a propstat of its own. */
  unknown: 'left-out' | 'before' | 'after';
  /** An element that holds nothing. */
  empty: 'self-closing' | 'pair' | 'blank';
  fileEtag: (node: DavNode) => string | undefined;
  /** Tags of folders: none, of what is in them, or of all that is below. */
  folderEtag: 'none' | 'within' | 'below';
  infinity: 'full' | 403 | 412 | 'one-level';
  /** For a folder asked for without its slash. */
  slashless: 'redirect' | 'with-slash' | 'as-asked';
  /** What becomes of names that are no UTF-8. */
  latin1: 'listed' | 'as-folder';
  ids: boolean;
}

const sum = (node: DavNode) =>
  node.content.reduce((total, byte) => (total * 31 + byte) % 0xffffff, node.content.length);
const hex = (node: DavNode) => sum(node).toString(16);

const APACHE: DavStyle = {
  server: 'Apache/2.4.66 (Unix)',
  classes: '1,2',
  prefix: 'D:',
  propPrefix: 'lp1:',
  bare: "-._~;:@&=+,'()!*$",
  hex: 'lower',
  absolute: false,
  statusFirst: false,
  unknown: 'after',
  empty: 'self-closing',
  fileEtag: (node) => `"${hex(node)}-5f"`,
  folderEtag: 'within',
  infinity: 403,
  slashless: 'redirect',
  latin1: 'listed',
  ids: false,
};

/** Kinds of servers, as far as their answers differ in what a reader can trip over. */
export const DAV_STYLES = {
  apache: APACHE,
  nginx: {
    ...APACHE,
    server: 'nginx/1.26.0',
    classes: '2',
    propPrefix: 'D:',
    bare: "-._~;:@&=+,'()!*$[]",
    hex: 'upper',
    unknown: 'left-out',
    empty: 'pair',
    fileEtag: () => undefined,
    folderEtag: 'none',
    slashless: 'as-asked',
  },
  lighttpd: {
    ...APACHE,
    server: 'lighttpd/1.4.76',
    classes: '1,3',
    propPrefix: 'D:',
    bare: '-._~!*()$',
    empty: 'pair',
    fileEtag: (node) => `"${sum(node)}"`,
    slashless: 'with-slash',
  },
  rclone: {
    ...APACHE,
    server: 'rclone/v1.69',
    classes: '1, 2',
    propPrefix: 'D:',
    bare: '-._~;:@&=+,$',
    hex: 'upper',
    statusFirst: false,
    empty: 'blank',
    fileEtag: (node) => `W/"${hex(node)}"`,
    folderEtag: 'none',
    infinity: 'full',
    slashless: 'with-slash',
  },
  sabre: {
    ...APACHE,
    server: 'nginx',
    classes: '1, 3, extended-mkcol',
    prefix: 'd:',
    propPrefix: 'd:',
    bare: '-._~',
    hex: 'upper',
    unknown: 'before',
    fileEtag: (node) => `&quot;${hex(node)}&quot;`,
    folderEtag: 'none',
    infinity: 'one-level',
    slashless: 'with-slash',
    latin1: 'as-folder',
  },
  /** A default namespace, whole addresses, the status before the properties, tags without quotes. */
  nephele: {
    ...APACHE,
    server: 'Nephele',
    classes: '1, 3, 2',
    prefix: '',
    propPrefix: '',
    bare: "-._~!'()*",
    hex: 'upper',
    absolute: true,
    statusFirst: true,
    unknown: 'before',
    fileEtag: (node) => `-${sum(node)}`,
    infinity: 'full',
    slashless: 'with-slash',
  },
  /** Leaves bare what ends a path elsewhere. */
  bareHash: {
    ...APACHE,
    server: 'webdav-server/2.6',
    bare: "-._~;:@&=+,'()!*$#?[] ",
    absolute: true,
    fileEtag: (node) => `W/"${sum(node)}"`,
    slashless: 'with-slash',
  },
  nextcloud: {
    ...APACHE,
    server: 'Apache',
    classes: '1, 3, extended-mkcol, access-control, nextcloud-checksum-update',
    prefix: 'd:',
    propPrefix: 'd:',
    bare: '-._~',
    hex: 'upper',
    unknown: 'after',
    fileEtag: (node) => `&quot;${hex(node)}${hex(node)}&quot;`,
    folderEtag: 'below',
    infinity: 'full',
    slashless: 'with-slash',
    latin1: 'as-folder',
    ids: true,
  },
} as const satisfies Record<string, DavStyle>;

export type DavStyleName = keyof typeof DAV_STYLES;
