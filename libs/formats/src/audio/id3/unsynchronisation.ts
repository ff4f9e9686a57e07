/** Undoes unsynchronisation (id3v2.3 §5, 2.4 §6.1): the zero that was put behind every 0xFF is taken out. A copy. */
export function withoutUnsynchronisation(bytes: Uint8Array): Uint8Array {
  let length = 0;
  const plain = new Uint8Array(bytes.byteLength);
  for (let at = 0; at < bytes.byteLength; at++) {
    const stuffed = bytes[at] === 0 && bytes[at - 1] === 0xff;
    if (!stuffed) plain[length++] = bytes[at] ?? 0;
  }
  return plain.subarray(0, length);
}
