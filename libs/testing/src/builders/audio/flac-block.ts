import { uint } from './bytes.js';

/** A metadata block of FLAC: a type, whose highest bit marks the last, a length and the content. */
export function block(type: number, content: Uint8Array): Buffer {
  return Buffer.concat([uint(1, type), uint(3, content.byteLength), content]);
}
