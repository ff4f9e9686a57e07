/** A request as Apache wrote it down. */
export interface ApacheSeen {
  method: string;
  /** Without escapes, and without a query. */
  path: string;
  status: number;
  depth: string | undefined;
  range: string | undefined;
  /** By which scheme it was signed: "Basic". */
  signedBy: string | undefined;
}

/** The lines of its log, in the order in which the answers had gone out. */
export function readApacheLog(text: string): ApacheSeen[] {
  const lines = text.split('\n').slice(0, -1); // the last one is still being written, or empty
  return lines.map((line) => {
    const [method = '', path = '', status, ...more] = line.split('\t');
    const [depth, range, signedBy] = more.map((field) => (field === '-' ? undefined : field));
    return { method, path, status: Number(status), depth, range, signedBy };
  });
}
