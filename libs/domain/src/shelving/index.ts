export { distinctNames, folderKey, keyOfFolderNamed, type Nameable } from './distinct-names.js';
export { mediaTypeOf } from './media-types.js';
export { safeName } from './safe-name.js';
export { sortableNumber } from './series-number.js';
export { type ShelfEntry, shelveFiles, type ShelvedFile, type ShelvedTrack } from './shelve-files.js';
