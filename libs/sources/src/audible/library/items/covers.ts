import { isObject, type Json } from '../json-value.js';
import { objectOf } from './members.js';

/** Where Amazon's pictures lie; nowhere else is one fetched from. */
const HOSTS = ['media-amazon.com', 'ssl-images-amazon.com'];
const MOST_SIZES = 30;
const LONGEST = 2000;

/**
 * The addresses of a cover by its width in pixels, all of https and of Amazon's own hosts. A single address is taken for
 * one of 500. Undefined where none is told.
 */
export function coversOf(value: Json): Record<string, string> | undefined {
  const told = typeof value === 'string' ? { 500: value } : isObject(value) ? value : {};
  const covers = Object.entries(told)
    .filter(([size]) => /^\d{1,5}$/.test(size))
    .slice(0, MOST_SIZES)
    .flatMap(([size, address]) => {
      const url = pictureUrl(address);
      return url === undefined ? [] : [[size, url] as const];
    });
  return covers.length === 0 ? undefined : objectOf(covers);
}

function pictureUrl(address: Json): string | undefined {
  const url = secureUrl(address);
  if (!url || url.port !== '' || url.username !== '' || url.password !== '') return undefined;
  return HOSTS.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`)) ? url.href : undefined;
}

/** An address of https; one of http is asked for by https. */
export function secureUrl(address: Json): URL | undefined {
  if (typeof address !== 'string' || address.length > LONGEST) return undefined;
  const url = URL.parse(address.trim().replace(/^http:/i, 'https:'));
  return url?.protocol === 'https:' ? url : undefined;
}
