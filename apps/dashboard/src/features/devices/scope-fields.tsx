import { Checkbox, Radio, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { WhenLoaded } from '../../ui/when-loaded.js';
import { useEveryLibrary } from '../servers/use-every-library.js';
import { shelvesQuery } from '../shelves/shelves.queries.js';
import type { ScopeChoice } from './scope-choice.js';
import classes from './scope-fields.module.css';

interface ScopeFieldsProps {
  choice: ScopeChoice;
  onChange: (choice: ScopeChoice) => void;
}

/** Everything, or which libraries or shelves. */
export function ScopeFields({ choice, onChange }: ScopeFieldsProps) {
  return (
    <Radio.Group label="What it gets" value={choice.kind} onChange={(kind) => onChange({ ...choice, kind: kind })}>
      <Stack gap="xs" mt={6}>
        <Radio value="everything" label="Every book" />
        <Radio value="libraries" label="The books of some libraries" />
        {choice.kind === 'libraries' && (
          <LibraryChoice ids={choice.libraryIds} onChange={(libraryIds) => onChange({ ...choice, libraryIds })} />
        )}
        <Radio value="shelves" label="The books on some shelves" />
        {choice.kind === 'shelves' && (
          <ShelfChoice ids={choice.shelfIds} onChange={(shelfIds) => onChange({ ...choice, shelfIds })} />
        )}
      </Stack>
    </Radio.Group>
  );
}

interface IdsProps {
  ids: string[];
  onChange: (ids: string[]) => void;
}

function LibraryChoice(props: IdsProps) {
  const libraries = useEveryLibrary();
  return <NamedChoice {...props} list={libraries} label="Libraries" nothing="There is no library yet." />;
}

function ShelfChoice(props: IdsProps) {
  const shelves = useQuery(shelvesQuery);
  return (
    <NamedChoice
      {...props}
      list={shelves}
      label="Shelves"
      nothing="There is no shelf yet. Make one under Shelves, then choose it here."
    />
  );
}

interface Choice {
  id: string;
  name: string;
  bookCount: number;
  /** Where it lies, if that is not here. */
  place?: string;
}

interface NamedChoiceProps extends IdsProps {
  list: Parameters<typeof WhenLoaded<{ items: Choice[] }>>[0]['query'];
  label: string;
  nothing: string;
}

function NamedChoice({ ids, onChange, list, label, nothing }: NamedChoiceProps) {
  return (
    <WhenLoaded query={list} waiting={<Text size="sm">Loading…</Text>}>
      {({ items }) =>
        items.length === 0 ? (
          <Text size="sm" c="dimmed" className={classes.names}>
            {nothing}
          </Text>
        ) : (
          <Checkbox.Group value={ids} onChange={onChange} aria-label={label} className={classes.names}>
            <Stack gap="xs">
              {items.map(({ id, name, bookCount, place }) => (
                <Checkbox
                  key={id}
                  value={id}
                  label={`${name} (${bookCount.toLocaleString('en-GB')})`}
                  description={place}
                />
              ))}
            </Stack>
          </Checkbox.Group>
        )
      }
    </WhenLoaded>
  );
}
