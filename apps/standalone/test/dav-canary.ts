import { anEpub } from '@octavo/testing';
import { ANN, type DavHouse } from './dav-house.js';

/** A password that is to be found nowhere. */
export const CANARY = 'k4nary:&"%ü /+';
export const BASIC = Buffer.from(`${ANN.username}:${CANARY}`);
/** Every way in which the password could be written down. The first is in all that is not encoded. */
const FORMS = [
  ...['k4nary', encodeURIComponent(CANARY), new URLSearchParams({ '': CANARY }).toString().slice(1)],
  ...[Buffer.from(CANARY), BASIC].flatMap((bytes) => [
    ...[bytes.toString('base64'), bytes.toString('base64url'), bytes.toString('hex')],
    bytes.toString('base64').replace(/.{4}$/, ''), // in the middle of something longer
  ]),
  ...[BASIC.subarray(1), BASIC.subarray(2)].map((bytes) => bytes.toString('base64').slice(4, -4)),
];
/** The ways in which a text tells it. */
export const revealed = (text: string) => FORMS.filter((form) => text.includes(form));

const book = (title: string) => anEpub().titled(title).by('Jane Austen').build();
export const TREE = {
  'Folder 1': { 'Emma.epub': book('Emma') },
  'Folder 2': { 'Persuasion.epub': book('Persuasion') },
};
/** A server that knows Ann by it. */
export const MANNERS = { signIn: { ...ANN, password: CANARY, scheme: 'basic' as const } };
/** All that is kept, in all tables, those of the queue included. */
export async function dumpOf({ house }: Pick<DavHouse, 'house'>): Promise<string> {
  const tables = await house.sql<{ name: string }>(`
    select format('%I.%I', table_schema, table_name) as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`);
  const parts: string[] = [];
  for (const { name } of tables) {
    const rows = await house.sql<{ row: string }>(`select t::text as row from ${name} t`);
    parts.push(name, ...rows.map(({ row }) => row));
  }
  return parts.join('\n');
}
