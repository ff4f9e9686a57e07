import type { Picture } from './audio-file.js';
import { Cursor } from './cursor.js';
import { freeName, type Tags } from './tags.js';

const MAX_COMMENTS = 10_000;
/** Picture type of ID3v2 §4.14 that the front cover has in FLAC and Ogg as well. */
const FRONT = 3;

/**
 * Reads a Vorbis comment (Vorbis I §5.2, without the framing): "NAME=value" in UTF-8, as often as the list says, or
 * until one is cut off. Pictures, which Ogg keeps here in base64, are given apart.
 */
export function readVorbisComment(bytes: Uint8Array, tags: Tags): Picture[] {
  const cursor = new Cursor(bytes);
  cursor.skip(cursor.uintLE(4));
  const count = Math.min(cursor.uintLE(4), MAX_COMMENTS);
  const pictures: Picture[] = [];
  for (let at = 0; at < count && cursor.left > 0; at++) {
    const length = cursor.uintLE(4);
    if (length > cursor.left) break;
    const comment = cursor.utf8(length);
    const equals = comment.indexOf('=');
    if (equals <= 0) continue;
    const name = freeName(comment.slice(0, equals));
    const value = comment.slice(equals + 1);
    if (name === 'METADATA-BLOCK-PICTURE') pictures.push(...readPictureBlock(Buffer.from(value, 'base64')));
    else tags.add(name, value);
  }
  return pictures;
}

/** FLAC format, METADATA_BLOCK_PICTURE: type, media type, description, four numbers about the image, the image. None when it is cut off. */
export function readPictureBlock(bytes: Uint8Array): Picture[] {
  const cursor = new Cursor(bytes);
  const front = cursor.uint(4) === FRONT;
  cursor.skip(cursor.uint(4));
  cursor.skip(cursor.uint(4));
  cursor.skip(16);
  const length = cursor.uint(4);
  return length === 0 || length > cursor.left ? [] : [{ bytes: cursor.take(length), front }];
}
