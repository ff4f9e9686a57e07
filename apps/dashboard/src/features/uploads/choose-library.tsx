import { Stack, Text, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Dialog } from '../../ui/dialog.js';
import { TextLink } from '../../ui/text-link.js';
import { WhenLoaded } from '../../ui/when-loaded.js';
import { librariesQuery } from '../libraries/libraries.queries.js';
import { counted } from '../libraries/library-words.js';
import classes from './choose-library.module.css';

interface ChooseLibraryProps {
  /** How many books are to be added. */
  count: number;
  /** Told the library, or undefined when it was given up. */
  onChoose: (libraryId: string | undefined) => void;
}

/** Asks into which folder the books are to go. */
export function ChooseLibrary({ count, onChoose }: ChooseLibraryProps) {
  const libraries = useQuery(librariesQuery);
  const giveUp = () => onChoose(undefined);
  return (
    <Dialog onClose={giveUp} title={`Add ${counted(count, 'book')} to which folder?`}>
      <WhenLoaded query={libraries}>
        {({ items }) => (
          <Stack component="ul" gap="xs" className={`quiet-list ${classes.choices}`}>
            {items.length === 0 && (
              <Text component="li" size="sm">
                No folder is watched yet.{' '}
                <TextLink to="/folders" onClick={giveUp}>
                  Add one
                </TextLink>{' '}
                first.
              </Text>
            )}
            {items.map(({ id, name, path }, index) => (
              <li key={id}>
                <UnstyledButton
                  className={classes.choice}
                  onClick={() => onChoose(id)}
                  data-testid="choose-library"
                  data-autofocus={index === 0 || undefined}
                >
                  <Text component="span" fw={550} className="unbroken">
                    {name}
                  </Text>
                  <Text component="span" size="sm" c="dimmed" className="unbroken">
                    {path}
                  </Text>
                </UnstyledButton>
              </li>
            ))}
          </Stack>
        )}
      </WhenLoaded>
    </Dialog>
  );
}
