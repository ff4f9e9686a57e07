/** ISO 32000-1 §7.9.4: "D:20240102030405+01'00'"; all but the year may be missing, and "D:" is by many. */
const PDF_DATE = /^(?:D:)?(\d{4})(\d{2})?(\d{2})?(\d{2})?(\d{2})?(\d{2})?(?:Z|([+-])(\d{2})'?(\d{2})?)?/;

/** The moment a PDF date tells, in milliseconds since 1970. Without a zone it is taken for UTC. */
export function momentOfPdfDate(text: string): number | undefined {
  const found = PDF_DATE.exec(text.trim());
  if (found === null) return undefined;
  const [year, month, day, hour, minute, second] = found
    .slice(1, 7)
    .map((part) => (part === undefined ? 0 : Number(part)));
  const zone = (Number(found[8] ?? 0) * 60 + Number(found[9] ?? 0)) * (found[7] === '-' ? -1 : 1);
  return finite(Date.UTC(year ?? 0, (month || 1) - 1, day || 1, hour, (minute ?? 0) - zone, second));
}

/** The same of an XMP date (ISO 8601). */
export function momentOfXmpDate(text: string): number | undefined {
  const zoned = /(?:Z|[+-]\d{2}:?\d{2})$|^\d{4}(?:-\d{2}){0,2}$/.test(text.trim());
  return finite(Date.parse(zoned ? text.trim() : `${text.trim()}Z`));
}

function finite(moment: number): number | undefined {
  return Number.isFinite(moment) ? moment : undefined;
}
