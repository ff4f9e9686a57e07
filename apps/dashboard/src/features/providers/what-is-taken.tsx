import { Stack, Switch, Text } from '@mantine/core';
import type { MetadataSettings } from '@octavo/contracts';
import { Section } from '../../ui/section.js';
import { useIsAdmin } from '../session/session.queries.js';
import { FieldChecks } from './field-checks.js';
import { FIELDS_TO_TAKE, isFieldToTake } from './fields-to-take.js';
import { useChangeMetadataSettings } from './provider-changes.js';

const SWITCHES = [
  {
    name: 'automatic',
    label: 'Ask about new books by itself',
    description: 'Else only when somebody asks.',
  },
  {
    name: 'completeMissing',
    label: 'Complete missing fields',
    description: 'The others are asked for what the first who knew the book left empty.',
  },
  {
    name: 'joinSubjects',
    label: 'Join subjects',
    description: 'Subjects of all sources together, instead of those of the best.',
  },
] as const satisfies { name: keyof MetadataSettings; label: string; description: string }[];

/** What is taken of what providers say. It is kept as soon as it is changed. */
export function WhatIsTaken({ settings }: { settings: MetadataSettings }) {
  const isAdmin = useIsAdmin();
  const change = useChangeMetadataSettings();
  return (
    <Section title="What is taken" about="What you wrote and what is locked always stays.">
      <Stack className="panel" gap="md" data-testid="what-is-taken">
        {SWITCHES.map(({ name, label, description }) => (
          <Switch
            key={name}
            label={label}
            description={description}
            checked={settings[name]}
            disabled={!isAdmin}
            onChange={() => change.mutate((known) => ({ ...known, [name]: !known[name] }))}
          />
        ))}
        <div>
          <Text size="sm" fw={550}>
            Count more than your files
          </Text>
          <Text size="xs" c="dimmed" mb="xs">
            In these fields what a provider says takes the place of what the files say. A cover only where it is clearly
            larger.
          </Text>
          <FieldChecks
            label="Fields in which providers count more than files"
            fields={FIELDS_TO_TAKE}
            chosen={settings.overrides}
            disabled={!isAdmin}
            onChange={(overrides) =>
              change.mutate((known) => ({ ...known, overrides: overrides.filter(isFieldToTake) }))
            }
          />
        </div>
      </Stack>
    </Section>
  );
}
