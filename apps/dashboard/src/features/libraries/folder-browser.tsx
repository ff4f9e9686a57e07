import { Text, UnstyledButton } from '@mantine/core';
import { IconCornerLeftUp, IconFolder } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { problemOf } from '../../api.js';
import classes from './folder-browser.module.css';
import { folderToShow } from './folder-path.js';
import { folderQuery } from './libraries.queries.js';

interface FolderBrowserProps {
  /** The path that is chosen so far; its folders are shown. */
  path: string;
  onChoose: (path: string) => void;
}

/** The folders of the server: choosing one goes into it. */
export function FolderBrowser({ path, onChoose }: FolderBrowserProps) {
  const { data, error, isPlaceholderData } = useQuery({ ...folderQuery(folderToShow(path)), retry: false });
  return (
    <div className={classes.browser} data-testid="folder-browser" aria-busy={isPlaceholderData}>
      {error ? (
        <Text size="sm" c="dimmed" p="xs" className="unbroken">
          {problemOf(error).detail}
          {'. '}
          <UnstyledButton className={classes.link} onClick={() => onChoose('/')}>
            Begin at /
          </UnstyledButton>
        </Text>
      ) : (
        <ul className="quiet-list" aria-label={`Folders in ${data?.path ?? '/'}`}>
          {data && data.parent !== null && (
            <Choice
              icon={<IconCornerLeftUp size={18} stroke={1.6} />}
              name="Up"
              onClick={() => onChoose(data.parent ?? '/')}
            />
          )}
          {data?.folders.map((folder) => (
            <Choice
              key={folder.path}
              icon={<IconFolder size={18} stroke={1.6} />}
              name={folder.name}
              onClick={() => onChoose(folder.path)}
            />
          ))}
          {data?.folders.length === 0 && (
            <Text component="li" size="sm" c="dimmed" px="xs" py={6}>
              No folders in it.
            </Text>
          )}
        </ul>
      )}
    </div>
  );
}

function Choice({ icon, name, onClick }: { icon: ReactNode; name: string; onClick: () => void }) {
  return (
    <li>
      <UnstyledButton className={classes.choice} onClick={onClick}>
        {icon}
        <span className="unbroken">{name}</span>
      </UnstyledButton>
    </li>
  );
}
