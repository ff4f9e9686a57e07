import type { RandomAccess } from '@octavo/domain';
import { standardEncryption, type PdfPasswords } from './pdf-encryption.js';

/** A text of the file itself; where the file is encrypted, so is it. */
export interface PdfText {
  bytes: Uint8Array;
}

/** One object: what is written between "obj" and "endobj". A stream of a number is that many zeros. */
export interface PdfObject {
  parts: readonly (string | PdfText)[];
  stream?: Uint8Array | number;
}

export interface PdfFile {
  version: string;
  /** The first has the number 1. */
  objects: readonly PdfObject[];
  /** What the trailer says beside size and identity: "/Root 1 0 R". */
  trailer: string;
  passwords?: PdfPasswords;
  /** False: the table of objects is not where the file says it is. */
  xref: boolean;
  /** Stands before the header. */
  prefix: Uint8Array;
}

/** Bytes, or so many zeros that are never held. */
type Piece = Uint8Array | number;

const FILE_ID = Buffer.from('00112233445566778899aabbccddeeff', 'hex');

/** The file in pieces, in order (ISO 32000-1 §7.5): header, objects, table, trailer. */
export function pdfPieces(file: PdfFile): Piece[] {
  const encryption = file.passwords === undefined ? undefined : standardEncryption(file.passwords, FILE_ID);
  const encrypted = (number: number, bytes: Uint8Array) => encryption?.encrypt(number, bytes) ?? bytes;
  const pieces: Piece[] = [file.prefix, latin1(`%PDF-${file.version}\n%\xe2\xe3\xcf\xd3\n`)];
  const offsets: number[] = [];
  for (const [at, object] of file.objects.entries()) {
    offsets.push(sizeOf(pieces) - file.prefix.byteLength);
    pieces.push(...objectPieces(at + 1, object, encrypted));
  }
  const start = sizeOf(pieces) - file.prefix.byteLength;
  const id = `<${FILE_ID.toString('hex')}>`;
  const encrypt = encryption === undefined ? '' : ` /Encrypt ${encryption.dictionary}`;
  pieces.push(
    ...(file.xref ? [latin1(table(offsets))] : []),
    latin1(`trailer\n<< ${file.trailer} /Size ${offsets.length + 1} /ID [${id} ${id}]${encrypt} >>\n`),
    latin1(file.xref ? `startxref\n${start}\n%%EOF\n` : '%%EOF\n'),
  );
  return pieces;
}

function objectPieces(
  number: number,
  { parts, stream }: PdfObject,
  encrypted: (number: number, bytes: Uint8Array) => Uint8Array,
): Piece[] {
  const body = parts.map((part) =>
    typeof part === 'string' ? part : `<${Buffer.from(encrypted(number, part.bytes)).toString('hex')}>`,
  );
  const head = `${number} 0 obj\n${body.join('')}`;
  if (stream === undefined) return [latin1(`${head}\nendobj\n`)];
  const data = typeof stream === 'number' ? stream : encrypted(number, stream);
  return [
    latin1(`${head.replace(/>>$/, `/Length ${sizeOf([data])} >>`)}\nstream\n`),
    data,
    latin1('\nendstream\nendobj\n'),
  ];
}

function table(offsets: readonly number[]): string {
  const lines = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  return `xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${lines.join('')}`;
}

export function sizeOf(pieces: readonly Piece[]): number {
  return pieces.reduce<number>((sum, piece) => sum + (typeof piece === 'number' ? piece : piece.byteLength), 0);
}

/** The pieces as a file that is never held whole: its zeros are made when they are asked for. */
export function piecesAccess(pieces: readonly Piece[]): RandomAccess {
  return {
    size: sizeOf(pieces),
    read(offset, length) {
      const result = new Uint8Array(Math.max(0, Math.min(length, sizeOf(pieces) - offset)));
      let start = 0;
      for (const piece of pieces) {
        const size = sizeOf([piece]);
        if (typeof piece !== 'number' && start < offset + length && start + size > offset)
          copy(piece, start - offset, result);
        start += size;
      }
      return Promise.resolve(result);
    },
  };
}

/** Where `at` is negative the piece begins before the result. */
function copy(piece: Uint8Array, at: number, result: Uint8Array): void {
  const from = Math.max(0, -at);
  const into = Math.max(0, at);
  result.set(piece.subarray(from, from + result.byteLength - into), into);
}

export function latin1(text: string): Uint8Array {
  return Buffer.from(text, 'latin1');
}
