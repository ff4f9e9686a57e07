/** Where to go after signing in: a path of this site as given, anything else leads to the library. */
export function wayBack(from: string | undefined): string {
  // '//host' and '/\host' would leave the site.
  return from !== undefined && /^\/(?![/\\])/.test(from) ? from : '/';
}
