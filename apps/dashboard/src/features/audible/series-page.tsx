import { Stack, Text, Title } from '@mantine/core';
import type { SeriesGaps } from '@octavo/contracts';
import { IconListSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { BackLink } from '../../ui/back-link.js';
import { Moment } from '../../ui/moment.js';
import { NothingHere } from '../../ui/nothing-here.js';
import { Page } from '../../ui/page.js';
import { TextLink } from '../../ui/text-link.js';
import { useNow } from '../../ui/use-now.js';
import { WhenLoaded } from '../../ui/when-loaded.js';
import { seriesQuery } from './audible.queries.js';
import { countryWord } from './marketplaces.js';
import classes from './series-page.module.css';
import { dayOf, divideSeries, haveWords, isToCome, releaseWords } from './series-words.js';

const HOUR_MS = 3_600_000;

type Series = SeriesGaps['series'][number];

/** Of the series one has bought something of: the volumes that are in the library in no form. */
export function SeriesPage() {
  const gaps = useQuery(seriesQuery);
  const today = dayOf(new Date(useNow(HOUR_MS)));
  return (
    <Page title="Not yet in my library">
      <div>
        <BackLink to="/audible">Audible</BackLink>
        <Text c="dimmed" mt="xs">
          Volumes that Audible sells of series you have begun, and that you have neither to hear nor to read.
        </Text>
      </div>
      <WhenLoaded query={gaps}>{({ series }) => <SeriesList series={series} today={today} />}</WhenLoaded>
    </Page>
  );
}

function SeriesList({ series, today }: { series: readonly Series[]; today: string }) {
  const { open, complete } = divideSeries(series, today);
  if (series.length === 0) return <NothingListed />;
  return (
    <>
      {open.length === 0 && (
        <NothingHere icon={<IconListSearch size={56} stroke={1.2} />} title="Nothing is missing">
          <Text c="dimmed">Of every series you have begun, all that Audible sells is in your library.</Text>
        </NothingHere>
      )}
      <Stack component="ul" gap="sm" className="quiet-list">
        {open.map((one) => (
          <SeriesPanel key={`${one.country} ${one.asin}`} series={one} today={today} />
        ))}
      </Stack>
      {open.length > 0 && complete > 0 && (
        <Text size="sm" c="dimmed" className="number">
          {complete === 1
            ? '1 more series is complete.'
            : `${complete.toLocaleString('en-GB')} more series are complete.`}
        </Text>
      )}
    </>
  );
}

function SeriesPanel({ series, today }: { series: Series; today: string }) {
  const { title, country, missing, fetchedAt } = series;
  return (
    <li className="panel" data-testid="series">
      <Title order={2} size="h5" className="unbroken">
        {title}
      </Title>
      <Text size="sm" c="dimmed" className="number">
        {haveWords(series, today)} · {countryWord(country)}, asked <Moment at={fetchedAt} />
      </Text>
      <ul className={`quiet-list ${classes.volumes}`}>
        {missing.map((volume) => (
          <li key={volume.asin} className={classes.volume} data-to-come={isToCome(volume, today)}>
            <span className={`number ${classes.number}`}>{volume.number ?? ''}</span>
            <span>
              <Text component="span" size="sm" fw={550} className="unbroken">
                {volume.title}
              </Text>{' '}
              <Text component="span" size="sm" c="dimmed">
                {releaseWords(volume, today)}
              </Text>
            </span>
          </li>
        ))}
      </ul>
    </li>
  );
}

function NothingListed() {
  return (
    <NothingHere icon={<IconListSearch size={56} stroke={1.2} />} title="No series is known yet">
      <Text c="dimmed">
        After a sync, Audible is asked what volumes your series have, a few at a time. What you lack of them appears
        here.
      </Text>
      <Text size="sm">
        <TextLink to="/audible" search={{}}>
          See your accounts
        </TextLink>
      </Text>
    </NothingHere>
  );
}
