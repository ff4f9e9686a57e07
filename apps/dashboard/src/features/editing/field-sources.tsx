import { ActionIcon, Menu, Text } from '@mantine/core';
import type { BookDetail } from '@octavo/contracts';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { shortened } from '../books/plain-text.js';
import { useAcceptFind } from '../finds/find-answers.js';
import { findsQuery } from '../finds/finds.queries.js';
import type { FormField } from './book-form.js';
import { sourcesQuery, usePatchBook } from './editing.queries.js';
import { findChoices } from './find-choices.js';
import { sourceChoices } from './source-choices.js';

const LONGEST = 120;

interface FieldSourcesProps {
  book: Pick<BookDetail, 'id' | 'title' | 'provenance'>;
  field: FormField;
  /** What the field is called. */
  label: string;
  onTaken: () => void;
}

/** The values that files and providers have for a field, to take one of them; nothing where there are none. */
export function FieldSources(props: FieldSourcesProps) {
  const { book, field, label } = props;
  const { choices, isPending } = useChoices(props);
  const isLocked = book.provenance[field]?.locked ?? false;
  if (choices.length === 0) return null;
  return (
    <Menu position="bottom-end" width={300} withinPortal>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={34}
          aria-label={`Use another value for ${label}`}
          title="Use another value"
          loading={isPending}
        >
          <IconArrowsExchange size={18} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
        <Menu.Label>{isLocked ? 'Unlock it to take one of these' : 'Take it as it is said in'}</Menu.Label>
        {choices.map(({ origin, words, take }) => (
          <Menu.Item key={origin + words} disabled={isLocked} onClick={take}>
            <Text component="span" display="block" size="sm" className="unbroken" lineClamp={3}>
              {shortened(words, LONGEST)}
            </Text>
            <Text component="span" display="block" size="xs" c="dimmed" className="unbroken">
              {origin}
            </Text>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Files are gone back to by a patch; of a find a field is taken. */
function useChoices({ book: { id, title }, field, label, onTaken }: FieldSourcesProps) {
  const sources = useQuery(sourcesQuery(id)).data?.items ?? [];
  const finds = useQuery(findsQuery(id)).data?.items ?? [];
  const patch = usePatchBook(id, { done: `${label} is taken from there`, onDone: onTaken });
  const accept = useAcceptFind();
  const ofSources = sourceChoices(sources, field).map(({ source, provider, origin, words }) => ({
    ...{ origin, words },
    take: () => patch.mutate({ restore: { [field]: { source, ...(provider !== null && { provider }) } } }),
  }));
  const ofFinds = findChoices(finds, field).map(({ findId, origin, words }) => ({
    ...{ origin, words },
    take: () => accept.mutate({ findId, title, accept: { fields: [field] } }, { onSuccess: onTaken }),
  }));
  return { choices: [...ofSources, ...ofFinds], isPending: patch.isPending || accept.isPending };
}
