/** One file in a RAR archive, as its header says. */
export interface RarEntry {
  /** Made safe: see safeEntryName. */
  readonly name: string;
  /** Unpacked and packed size in bytes, as claimed; Infinity where the packer did not know. */
  readonly size: number;
  readonly packedSize: number;
  /** Where its data begins in the archive. */
  readonly dataAt: number;
  /** 0 is stored, 1 to 5 pack ever harder. */
  readonly method: number;
  /** Of the algorithm: 0 or 1 in RAR 5, 15 to 36 before. */
  readonly algorithm: number;
  /** Packed with what the entries before it hold in mind, so it can only be unpacked after them. */
  readonly solid: boolean;
  readonly encrypted: boolean;
  /** Begins or goes on in another file of a set of volumes. */
  readonly split: boolean;
  readonly directory: boolean;
  /** Absent where the archive holds another kind of checksum. */
  readonly crc32?: number;
}

/** An entry before it is known where its block stands and whether its name is safe. */
export type ListedEntry = Omit<RarEntry, 'dataAt'>;

/** A RAR archive is a row of blocks: a header, and the data it announces. */
export interface RarBlock {
  /** 'locked': what follows is encrypted, headers and all. */
  kind: 'main' | 'file' | 'end' | 'locked' | 'other';
  /** In bytes, behind the header. */
  dataLength: number;
  /** Of a main block: the archive is one of a set of volumes. */
  volume?: boolean;
  /** Of a file block. */
  entry?: ListedEntry;
}

/** One of the two generations of the format. */
export interface RarGeneration {
  readonly version: 4 | 5;
  readonly signature: Uint8Array;
  /** How long the header is, in bytes, from its first seven. Undefined for what is no header. */
  headerLength(start: Uint8Array): number | undefined;
  /** The block of a whole header; undefined when its checksum or its fields are wrong. */
  block(header: Uint8Array): RarBlock | undefined;
  /** True for entries of packers that already wrote an end block, so that an archive without one was cut off. */
  hasEnd(entry: RarEntry): boolean;
  /** A new archive of these entries alone, which all are called "p". */
  repacked(entries: readonly RarEntry[]): RepackedRar;
}

/** A RAR archive but for the data of its files: each one's, as it is in the old archive, goes behind its header. */
export interface RepackedRar {
  start: Uint8Array;
  headers: readonly Uint8Array[];
  end: Uint8Array;
}

/** In bytes, of any header: names have at most 2 048 letters, and all else is small. */
export const MAX_HEADER = 65_535;
