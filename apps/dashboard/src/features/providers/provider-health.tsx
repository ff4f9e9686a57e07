import { Text } from '@mantine/core';
import { useInterval } from '@mantine/hooks';
import type { ProviderHealth } from '@octavo/contracts';
import { useState } from 'react';
import { Row, Rows } from '../../ui/rows.js';
import { Section } from '../../ui/section.js';
import { healthLine, onWords } from './health-words.js';

const MINUTE = 60_000;

/** Whether providers answer, and how much they were asked today. */
export function ProviderHealthSection({ providers }: { providers: readonly ProviderHealth[] }) {
  const [now, setNow] = useState(() => Date.now());
  useInterval(() => setNow(Date.now()), MINUTE, { autoInvoke: true });
  return (
    <Section title="How they are" about="Who refuses is left alone for a while, and asked again by itself.">
      <div data-testid="health">
        <Rows nothing="There are no providers.">
          {providers.map((provider) => (
            <Row key={provider.id} name={provider.name} detail={<Health provider={provider} now={now} />} />
          ))}
        </Rows>
      </div>
    </Section>
  );
}

function Health({ provider, now }: { provider: ProviderHealth; now: number }) {
  const { hosts, scrapes } = provider;
  return (
    <>
      <div>
        {onWords(provider)}
        {hosts.length === 0 && ' · not asked for anything today'}
      </div>
      {hosts.map((host) => {
        const { words, refuses } = healthLine(host, scrapes, now);
        return (
          <Text
            key={host.host}
            component="div"
            size="sm"
            className="number"
            c={refuses ? 'var(--mantine-color-orange-outline)' : undefined}
          >
            {words}
          </Text>
        );
      })}
    </>
  );
}
