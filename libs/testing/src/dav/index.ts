export type { DavManners, DavSeen, DavTreat } from './dav-manners.js';
export { DavServer } from './dav-server.js';
export type { DavSignIn } from './dav-sign-in.js';
export { DAV_STYLES, type DavStyle, type DavStyleName } from './dav-styles.js';
export { DavFile, latin1Name, type DavTree } from './dav-tree.js';
export { writtenListing } from './written-listing.js';
export * from './real/index.js';
