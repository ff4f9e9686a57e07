import { newId } from '@octavo/database';
import type pg from 'pg';

/** Books straight into the tables, as an import leaves them: with a description, a series and a KEPUB. */
export async function fillWithBooks(pool: pg.Pool, from: number, to: number): Promise<void> {
  const series = newId();
  await pool.query('insert into series (id, name) values ($1, $2)', [series, `Series ${from}`]);
  await pool.query(
    `with made as (
       select n, gen_random_uuid() as id, gen_random_uuid() as work, lpad(to_hex(n), 16, '0') as fingerprint
       from generate_series($1::int, $2::int) n
     ), works as (insert into work (id) select work from made), books as (
       insert into book (id, work_id, title, sort_title, author_sort, search_text, description, status, delivery_form, subjects)
       select id, work, 'Book ' || n, 'book ' || n, 'author', 'book ' || n, repeat('A sentence about the book. ', 20), 'READY',
         'kepub:' || fingerprint || '-1000', '{}' from made
     ), files as (
       insert into file (id, book_id, fingerprint, size, format, warnings)
       select gen_random_uuid(), id, fingerprint, 1000, 'epub', '{}' from made returning id, fingerprint
     ), converted as (
       insert into converted_file (file_id, target, state, fingerprint, converter_version, size, checksum)
       select id, 'kepub', 'READY', fingerprint, 1, 1100, 'c' || fingerprint from files
     )
     insert into series_entry (book_id, position, series_id, number) select id, 0, $3, n::text from made`,
    [from, to, series],
  );
}
