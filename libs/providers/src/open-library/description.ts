import { descriptionFrom } from '../description.js';
import { rawTextAt, type Json } from '../json-value.js';

/** Below a rule stand lists of other editions and links; "([source][1])" says where the text was found. */
const RULE = /\r?\n\s*-{4,}[^]*$/;
const SOURCE = /[ \t]?\(?\[source\]\s?(?:\[\d+\]|\([^)\s]{1,500}\))\)?/gi;
const LINK_TARGET = /^\s*\[\d+\]:\s*\S+.*$/gm;

/** A record's description, a text or an object with one, without what its writers hang below it. */
export function descriptionIn(record: Json, title?: string): string | undefined {
  const text = rawTextAt(record, 'description') ?? rawTextAt(record, 'description', 'value');
  const short = text?.slice(0, 100_000).replace(RULE, '').replace(SOURCE, '').replace(LINK_TARGET, '').trim();
  return short === undefined ? undefined : descriptionFrom(short, title);
}
