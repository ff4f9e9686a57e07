import { Button, Code, Group, Loader, Stack, Text } from '@mantine/core';
import type { KoboExamination } from '@octavo/contracts';
import { IconRefresh } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { BackLink } from '../../ui/back-link.js';
import { Moment } from '../../ui/moment.js';
import { Page } from '../../ui/page.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { Section } from '../../ui/section.js';
import { TextLink } from '../../ui/text-link.js';
import { doctorQuery } from './doctor.queries.js';
import { FindingList } from './finding-list.js';
import { summaryWords } from './finding-words.js';

/** Would a Kobo get through to us? Looks when it is opened, and again when told to. */
export function DoctorPage() {
  const { data, error, isFetching, refetch } = useQuery(doctorQuery);
  const look = () => void refetch({ cancelRefetch: false });
  useEffect(() => void refetch({ cancelRefetch: false }), [refetch]);
  const again = (
    <Button variant="default" leftSection={<IconRefresh size={18} />} loading={isFetching} onClick={look}>
      Look again
    </Button>
  );
  return (
    <Page title="Kobo doctor" actions={again}>
      <BackLink to="/devices">Devices</BackLink>
      <div>
        <Text c="dimmed">
          Looks for what keeps a Kobo from syncing: the way to this server, and how far your devices come on it.
        </Text>
        <div role="status">{isFetching && <Looking />}</div>
      </div>
      {error && !isFetching && <ProblemNotice error={error} retry={look} />}
      {data && <Examination examination={data} dimmed={isFetching} />}
    </Page>
  );
}

function Looking() {
  return (
    <Group gap="sm" mt="md">
      <Loader size={18} />
      <Text size="sm">Looking… This may take ten seconds.</Text>
    </Group>
  );
}

function Examination({ examination, dimmed }: { examination: KoboExamination; dimmed: boolean }) {
  const { at, publicUrl, server, devices } = examination;
  return (
    <Stack gap="lg" opacity={dimmed ? 0.6 : 1}>
      <Text data-testid="doctor-summary" fw={550}>
        {summaryWords(examination)}{' '}
        <Text component="span" size="sm" c="dimmed" fw={400}>
          Looked <Moment at={at} />.
        </Text>
      </Text>
      <Section
        title="This server"
        about={
          <>
            As a Kobo finds it, at <Code className="unbroken">{publicUrl}</Code>
          </>
        }
      >
        <FindingList findings={server} />
      </Section>
      {devices.map(({ id, name, findings }) => (
        <Section
          key={id}
          title={name}
          actions={
            <TextLink to="/devices/$deviceId" params={{ deviceId: id }} size="sm" aria-label={`The page of ${name}`}>
              Its page
            </TextLink>
          }
        >
          <FindingList findings={findings} />
        </Section>
      ))}
      {devices.length === 0 && <Text c="dimmed">No device is paired, so there is nothing to say about any.</Text>}
    </Stack>
  );
}
