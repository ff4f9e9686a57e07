import { storableText } from './storable-json.js';

// The path of a sideloaded book fits; a longer one would not be found by the router either.
const LONGEST = 500;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * What a device calls a content, as it is kept: the id of a book of ours, or any other text, such as the path of a book
 * that was copied onto the device. Undefined for what is no text, empty, or longer than 500 characters.
 */
export function readContentId(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > LONGEST) return undefined;
  const text = storableText(value).trim();
  if (text === '') return undefined;
  return UUID.test(text) ? text.toLowerCase() : text;
}
