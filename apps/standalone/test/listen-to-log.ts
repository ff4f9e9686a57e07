/**
 * The log of this process from now on, one JSON object a line, and whatever else goes to the standard error. To be called
 * before the first house of the process starts, whose level counts for all; anything else on the standard output goes there.
 */
export function listenToLog(): { text: () => string; stop: () => void } {
  const lines: string[] = [];
  const write = process.stdout.write.bind(process.stdout);
  const out = jest.spyOn(process.stdout, 'write').mockImplementation((text: string | Uint8Array) => {
    const line = Buffer.from(text).toString('utf8');
    if (!line.startsWith('{')) return write(text);
    lines.push(line);
    return true;
  });
  const complain = process.stderr.write.bind(process.stderr);
  const err = jest.spyOn(process.stderr, 'write').mockImplementation((text: string | Uint8Array) => {
    lines.push(Buffer.from(text).toString('utf8'));
    return complain(text);
  });
  const stop = () => {
    out.mockRestore();
    err.mockRestore();
  };
  return { text: () => lines.join(''), stop };
}
