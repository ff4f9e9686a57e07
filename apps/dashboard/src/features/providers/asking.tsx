import { Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { EnrichmentCounts } from '@octavo/contracts';
import { useQuery } from '@tanstack/react-query';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { ProgressBar } from '../../ui/progress-bar.js';
import { Section } from '../../ui/section.js';
import { TextLink } from '../../ui/text-link.js';
import { WhenLoaded } from '../../ui/when-loaded.js';
import { counted } from '../libraries/library-words.js';
import { useIsAdmin } from '../session/session.queries.js';
import { allBooks, askingProgress, countWords, waitingWords } from './asking-words.js';
import { useAskAboutAll, useStopAsking } from './provider-changes.js';
import { enrichmentCountsQuery } from './providers.queries.js';

/** What came of asking so far, how much is still to be asked, and the way to begin and to stop. */
export function Asking() {
  const counts = useQuery(enrichmentCountsQuery);
  return (
    <Section title="How far it is" about="Of the books you may see.">
      <WhenLoaded query={counts}>
        {(known) => (
          <Stack className="panel" gap="sm" data-testid="asking">
            <Progress counts={known} />
            {allBooks(known) === 0 && <Text c="dimmed">There are no books yet.</Text>}
            <ul className="quiet-list">
              {countWords(known).map(({ words, state }) => (
                <Text key={state} component="li" size="sm" className="number">
                  {words}
                  {state === 'suggested' && (
                    <>
                      {' · '}
                      <TextLink to="/review" inherit>
                        review
                      </TextLink>
                    </>
                  )}
                </Text>
              ))}
            </ul>
            <AskOrStop counts={known} />
          </Stack>
        )}
      </WhenLoaded>
    </Section>
  );
}

function Progress({ counts }: { counts: EnrichmentCounts }) {
  const progress = askingProgress(counts);
  if (!progress) return null;
  return (
    <div role="status">
      <ProgressBar label="Asking about books" percent={progress.percent} size="sm" />
      <Text size="sm" mt={6} className="number">
        {waitingWords(counts)}. Providers are asked slowly: this may take hours, and goes on after a restart.
      </Text>
    </div>
  );
}

function AskOrStop({ counts }: { counts: EnrichmentCounts }) {
  const isAdmin = useIsAdmin();
  const [asking, question] = useDisclosure(false);
  const [stopping, stop] = useDisclosure(false);
  const all = useAskAboutAll();
  const end = useStopAsking(stop.close);
  if (!isAdmin || allBooks(counts) === 0) return null;
  return (
    <Group gap="xs">
      <Button variant="light" onClick={question.open}>
        Ask about all books
      </Button>
      {counts.wanted > 0 && (
        <Button variant="default" onClick={stop.open}>
          Stop
        </Button>
      )}
      {asking && (
        <ConfirmDialog
          title={`Ask about ${counted(allBooks(counts), 'book')}?`}
          confirm="Ask"
          harmless
          pending={all.isPending}
          onConfirm={() => all.mutate(undefined, { onSettled: question.close })}
          onClose={question.close}
        >
          Also about those that were asked about before. What you wrote and what is locked stays. It goes slowly, book
          by book, and can be stopped.
        </ConfirmDialog>
      )}
      {stopping && (
        <ConfirmDialog
          title="Stop asking?"
          confirm="Stop"
          pending={end.isPending}
          onConfirm={() => end.mutate()}
          onClose={stop.close}
        >
          What was found so far stays. The {counted(counts.wanted, 'book')} that still wait are not asked about.
        </ConfirmDialog>
      )}
    </Group>
  );
}
