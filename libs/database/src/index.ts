export * from './announcements.js';
export { isLockTimeout, isTableMissing, isUniqueViolation } from './client.js';
export * from './content-locks.js';
export * from './database.js';
export * from './database.module.js';
export * from './deliverable-files.js';
export * from './ids.js';
export * from './leadership.js';
export * from './migrate/deploy.js';
export * from './one-at-a-time.js';
export * from './save-book.js';
export * from './seal-anew.js';
export * from './settle-rights.js';
export { type ListedItem, ListedItems } from './listed-items.js';
export type { FoundFolder, SeenFolder, StagedPart } from './stage-listing.js';
export * from './turns.js';
export { Repositories } from './repositories/index.js';
export type { EnrichmentNote } from './repositories/book-enrichments.repository.js';
export type { FormRow } from './repositories/book-forms.repository.js';
export type { BookToSave, KeptCoverRow, WholeStoredBook } from './repositories/book-metadata.repository.js';
export type { BookChange, ChangeCause, KeptChange } from './repositories/changes.repository.js';
export type { TakenToName } from './repositories/unnamed-items.repository.js';
export type { ClaimedArrival, Origin, Postponed } from './repositories/arrivals.repository.js';
export type { BookForDevices, WholeBook } from './repositories/books.repository.js';
export { type ConversionOf, kepubOf, type Made, type Told } from './repositories/converted-files.repository.js';
export type { CoverRow } from './repositories/covers.repository.js';
export { type OfferedFile, type ShelfFolder, UNKNOWN_AUTHOR } from './repositories/dav-shelves.repository.js';
export type { DeviceBookRow } from './repositories/device-books.repository.js';
export type { ChosenScope, PairedDeviceRow } from './repositories/devices.repository.js';
export { type FolderLibrary, isFolder } from './repositories/libraries.repository.js';
export type { File, TellingFile } from './repositories/files.repository.js';
export type { NewFind } from './repositories/finds.repository.js';
export type { DeliveryReadiness, SharedGround, Untold } from './repositories/doctor.repository.js';
export type { GrantedBook } from './repositories/entitlements.repository.js';
export type { Content, FileCover, FileFindings, FileSays, KeptBook } from './repositories/kept.js';
export type { Claim, NewRun, PendingRun, RunFailure } from './repositories/job-runs.repository.js';
export type {
  Access,
  ConnectedLibrary,
  LiveConnection,
  NewConnection,
  SyncEnd,
} from './repositories/connections.repository.js';
export type { ItemTraits, SourceComparison } from './repositories/source-differences.repository.js';
export type { ItemMove, Marked } from './repositories/source-updates.repository.js';
export type { SourceCounts } from './repositories/source-listings.repository.js';
export type { ReplacedOriginal } from './repositories/replaced-originals.repository.js';
export type { NewRewrite, Written } from './repositories/rewrites.repository.js';
export {
  aboutAccess,
  aboutAccount,
  aboutConnection,
  aboutStoreToken,
  type SealedText,
} from './repositories/sealed-texts.repository.js';
export type { AccountWithStores, NewAccount } from './repositories/audible-accounts.repository.js';
export type { StoreEnd, StoreOfAccount, TitleCounts } from './repositories/audible-stores.repository.js';
export type { SyncConclusion, SyncProgress } from './repositories/audible-syncs.repository.js';
export type { BookOfAsin, Coverless, KnownPurchase, PurchaseToKeep } from './repositories/purchases.repository.js';
export type { BoughtSeries, ListedVolume } from './repositories/series-listings.repository.js';
export type { ComparedBook, SuggestedPair } from './repositories/works.repository.js';
export type { StagedFile } from './repositories/listings.repository.js';
export type { FilelessBook, NewBook } from './repositories/new-books.repository.js';
export type { Listed } from './repositories/places.repository.js';
export type { KeptAnswer, NewAnswer } from './repositories/provider-answers.repository.js';
export type { HostLeave, HostStanding, HostTurn, HostWish } from './repositories/provider-hosts.repository.js';
export type { KeptReadingChange } from './repositories/reading-changes.repository.js';
export type { KeptPlace } from './repositories/reading-places.repository.js';
export type { KeptReading } from './repositories/reading-states.repository.js';
export type { ShelfWithCount } from './repositories/shelves.repository.js';
export type { Answered, EntitlementRow, LinePage, LineState, ShelfRow } from './repositories/sync-lines.repository.js';
export type { Fault, ScanProgress } from './repositories/scans.repository.js';
export type { PageOf } from './repositories/page.js';
export type {
  AppPassword,
  AudibleAccount,
  AudibleStore,
  AudibleSync,
  ConvertedFile,
  ConnectionState,
  Cover,
  Device,
  JobRun,
  Library,
  Place,
  ProviderFind,
  Purchase,
  Scan,
  ScanFault,
  SourceFolder,
  SourceItem,
  SyncStatus,
  User,
  WatchMode,
  WebdavConnection,
} from './generated/client.js';
