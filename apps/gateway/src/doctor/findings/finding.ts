import type { Finding } from '@octavo/contracts';

/** Findings of one check: what was seen, in a sentence, and what to do about it where there is something to do. */
export function check(name: string, title: string) {
  const finding = (state: Finding['state'], detail: string, advice: string | null): Finding => ({
    check: name,
    title,
    state,
    detail,
    advice,
  });
  return {
    good: (detail: string) => finding('good', detail, null),
    warning: (detail: string, advice: string) => finding('warning', detail, advice),
    bad: (detail: string, advice: string) => finding('bad', detail, advice),
    unknown: (detail: string, advice: string | null = null) => finding('unknown', detail, advice),
  };
}

/** An address without what might be a password in it. */
export function spoken(address: string): string {
  if (!URL.canParse(address)) return address;
  const { origin, pathname } = new URL(address);
  return origin + pathname.replace(/\/+$/, '');
}
