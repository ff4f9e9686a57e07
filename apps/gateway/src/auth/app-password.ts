import { randomInt } from 'node:crypto';
import { digestOf } from './secrets.js';

/** Crockford's base 32: without i, l, o and u, which are taken for others, or make words. */
const SIGNS = '0123456789abcdefghjkmnpqrstvwxyz';
const GROUPS = 5;
const GROUP = 4;

/**
 * A password that is typed on an e-reader: five groups of four letters and digits, "k3fq-9x2m-…". 20 signs of 32 are
 * 100 random bits, so a plain digest keeps it well enough.
 */
export function newAppPassword(): string {
  const group = () => Array.from({ length: GROUP }, () => SIGNS[randomInt(SIGNS.length)]).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}

/** How it is kept, from what was typed: capitals, spaces and dashes do not count, nor which of O and 0, or I, L and 1. */
export function appPasswordDigest(typed: string): string {
  const plain = typed
    .toLowerCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replace(/o/g, '0')
    .replace(/[il]/g, '1');
  return digestOf(`app-password:${plain}`);
}
