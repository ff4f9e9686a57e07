import type { CopyOrder } from './copy-rows.js';
import { CopyWriter } from './copy-writer.js';

/** A file as a server lists it. What it does not say is null. */
export interface ListedItem {
  /** What it is known by, below the connection's address. */
  path: string;
  /** Of all listings of its folder the one it came in. */
  attempt: number;
  /** What it is asked for by. */
  requestPath: string;
  /** It says something about books beside it and is none itself. */
  sidecar: boolean;
  size: number | null;
  modified: Date | null;
  etag: string | null;
  remoteId: string | null;
  /** The server is still at work on it. */
  processing: boolean;
}

const COLUMNS = 'scan_id path attempt request_path sidecar size modified etag remote_id fresh'.split(' ');

/** Files of a listing on their way to the database, kept as they are sent: so thousands can wait and are in nobody's way. */
export class ListedItems {
  count = 0;
  private readonly writer = new CopyWriter();
  private readonly scan: Buffer;

  constructor(scanId: string) {
    this.scan = Buffer.from(scanId.replaceAll('-', ''), 'hex');
  }

  add({ path, attempt, requestPath, sidecar, size, modified, etag, remoteId, processing }: ListedItem): this {
    this.writer.row(COLUMNS.length).raw(this.scan).text(path).integer(attempt).text(requestPath).boolean(sidecar);
    this.writer.bigint(size).timestamp(modified).text(etag).text(remoteId).boolean(processing);
    this.count += 1;
    return this;
  }

  /** All of them. None can be added after that. */
  end(): CopyOrder {
    return { table: 'listed_item', columns: COLUMNS, rows: this.writer.end() };
  }
}
