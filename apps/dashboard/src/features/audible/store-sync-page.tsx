import { Stack, Text } from '@mantine/core';
import type { AudibleSync, Oddity } from '@octavo/contracts';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { asSentence } from '../../ui/as-sentence.js';
import { BackLink } from '../../ui/back-link.js';
import { Moment } from '../../ui/moment.js';
import { Page } from '../../ui/page.js';
import { Section } from '../../ui/section.js';
import { WhenLoaded } from '../../ui/when-loaded.js';
import classes from '../libraries/fault-panel.module.css';
import { storeSyncQuery, storeSyncsQuery } from './audible.queries.js';
import { absentWords, effortWords, endWords, leftOutWords, outcomeWords, tookWords } from './look-words.js';
import { useStoreName } from './use-store-name.js';

/** One sync of a store: what it saw and changed, and the titles it left out, each with the reason. */
export function StoreSyncPage() {
  const { syncId, ...place } = useParams({ from: '/signed-in/audible/$accountId/stores/$storeId/syncs/$syncId' });
  const name = useStoreName(place);
  // The list of syncs is small and kept live: it says how this one goes, and whether there is more to be told of it.
  const syncs = useQuery(storeSyncsQuery(place));
  const live = syncs.data?.items.find(({ id }) => id === syncId);
  const detail = useQuery({ ...storeSyncQuery(place, live ?? unknown(syncId)), enabled: !syncs.isPending });
  return (
    <Page title={name === undefined ? 'Sync' : `Sync of ${name}`}>
      <BackLink to="/audible">Audible</BackLink>
      <WhenLoaded query={detail}>
        {(loaded) => (
          <>
            <Summary sync={live ?? loaded} />
            <Oddities sync={live ?? loaded} oddities={loaded.oddities} />
          </>
        )}
      </WhenLoaded>
    </Page>
  );
}

/** Of a sync that is too old for the list only its page knows how it went. */
const unknown = (id: string) =>
  ({ id, state: 'RUNNING', tally: { malformed: 0, hollow: 0, leftOut: 0 } }) as Pick<
    AudibleSync,
    'id' | 'state' | 'tally'
  >;

function Summary({ sync }: { sync: AudibleSync }) {
  const { state, tally, error, startedAt } = sync;
  const took = tookWords(sync);
  const absent = absentWords(tally);
  return (
    <Stack gap="xs">
      <Text className="number" role="status">
        {endWords(sync)}, <Moment at={startedAt} />
        {took !== undefined && `, in ${took}`}. {asSentence(outcomeWords(sync))}
      </Text>
      {state !== 'FAILED' && error !== null && <Text>{asSentence(error.detail)}</Text>}
      {absent !== undefined && <Text>{absent}</Text>}
      <Text size="sm" c="dimmed" className="number">
        {asSentence(effortWords(tally))}
      </Text>
    </Stack>
  );
}

function Oddities({ sync: { state, tally }, oddities }: { sync: AudibleSync; oddities: readonly Oddity[] }) {
  const words = leftOutWords(tally);
  if (oddities.length === 0) {
    const nothing = state === 'RUNNING' ? 'Nothing was left out so far.' : 'Nothing was left out.';
    return (
      <Text c="dimmed">{words === undefined ? nothing : `Left out: ${words}. Which they are is not remembered.`}</Text>
    );
  }
  return (
    <Section title={words === undefined ? 'Worth a word' : `Left out: ${words}`}>
      <ul className={`panel ${classes.faults}`} data-testid="oddities">
        {oddities.map(({ asin, title, reason }, index) => (
          <li key={`${asin ?? ''}-${index}`} className={classes.fault}>
            <Text size="sm" fw={550} className="unbroken">
              {title ?? 'Without a title'}{' '}
              <Text component="span" inherit fw={400} c="dimmed">
                {asin ?? 'without a number'}
              </Text>
            </Text>
            <Text size="sm" c="dimmed" className="unbroken">
              {reason}
            </Text>
          </li>
        ))}
      </ul>
    </Section>
  );
}
