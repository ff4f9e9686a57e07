/** JSON that PostgreSQL takes: neither half a surrogate pair nor a character of no bits has a place in its texts. */
export function databaseJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (typeof part === 'bigint') return part.toString();
    if (typeof part === 'string') return isClean(part) ? part : clean(part);
    return isPlain(part) && Object.keys(part).some((key) => !isClean(key)) ? withCleanKeys(part) : part;
  });
}

const isClean = (text: string) => text.isWellFormed() && !text.includes('\0');
const clean = (text: string) => text.toWellFormed().replaceAll('\0', '');
const isPlain = (part: unknown): part is object => typeof part === 'object' && part !== null && !Array.isArray(part);
const withCleanKeys = (part: object) =>
  Object.fromEntries(Object.entries(part).map(([key, value]) => [clean(key), value as unknown]));
