import { Text } from '@mantine/core';
import type { BookDetail } from '@octavo/contracts';
import { Moment } from '../../ui/moment.js';
import classes from './book-provenance.module.css';
import { fieldWords, originWords } from './provenance-words.js';

/** Where each field came from; folded, since it is only sometimes asked for. */
export function BookProvenance({ provenance }: { provenance: BookDetail['provenance'] }) {
  const fields = Object.entries(provenance).filter(([field]) => !field.includes('.'));
  if (fields.length === 0) return null;
  return (
    <details className={classes.provenance}>
      <summary>Where these details come from</summary>
      <dl className={classes.fields}>
        {fields.map(([field, origin]) => (
          <div key={field}>
            <dt>{fieldWords(field)}</dt>
            <dd>
              {originWords(origin)}
              <Text component="span" c="dimmed" inherit>
                {origin.locked && ', locked'}, <Moment at={origin.at} />
              </Text>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
