export { Connections } from './connections.js';
export { Copies } from './copies.js';
export { factsOf } from './facts.js';
export { Originals } from './originals.js';
export type { Reachable } from './remote-files.js';
export { Relist, type Relisted } from './relist.js';
export { RemoteFiles, statOf } from './remote-files.js';
export { type Part, streamPart } from './stream-part.js';
export { RemoteModule } from './remote.module.js';
