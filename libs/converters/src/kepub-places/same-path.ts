/**
 * Finds things by the paths devices send: exact, then percent-decoded, then with or without the folders in front. Of
 * several that fit as well, the first.
 */
export function pathMatcher<Named extends { readonly name: string }>(
  things: readonly Named[],
): (path: string) => Named | undefined {
  const exact = new Map(things.map((thing) => [thing.name, thing]));
  const plain = things.map((thing) => ({ thing, path: plainPath(thing.name) }));
  return (path) => {
    const wanted = plainPath(path);
    if (wanted === '') return undefined;
    const isTail = (whole: string, tail: string) => whole.endsWith(`/${tail}`);
    const found =
      plain.find((one) => one.path === wanted) ??
      plain.find((one) => isTail(one.path, wanted) || isTail(wanted, one.path));
    return exact.get(path) ?? found?.thing;
  };
}

/** Without encoding, leading slashes and dots, in Unicode form NFC. */
function plainPath(path: string): string {
  return decoded(path)
    .replaceAll('\\', '/')
    .normalize('NFC')
    .replace(/^(?:\.{0,2}\/)+/, '');
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch (error) {
    if (error instanceof URIError) return path;
    throw error;
  }
}
