import { Text, UnstyledButton } from '@mantine/core';
import { IconCornerLeftUp, IconFolder } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import { problemOf } from '../../api.js';
import { asSentence } from '../../ui/as-sentence.js';
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
  const shown = useQuery({ ...folderQuery(folderToShow(path)), retry: false });
  const { data, error } = shown;
  const box = useRef<HTMLDivElement>(null);
  const walked = useRef(false);
  // The folder that was chosen gives way to those in it, and would take the focus along.
  useEffect(() => {
    if (walked.current) box.current?.querySelector('button')?.focus();
    walked.current = false;
  }, [data?.path]);
  const walkTo = (next: string) => {
    walked.current = true;
    onChoose(next);
  };
  return (
    <div ref={box} className={classes.browser} data-testid="folder-browser" aria-busy={shown.isFetching}>
      {error && (
        <Text size="sm" c="dimmed" p="xs" className="unbroken">
          {asSentence(problemOf(error).detail)}{' '}
          <UnstyledButton className={classes.link} onClick={() => walkTo('/')}>
            Begin at /
          </UnstyledButton>
        </Text>
      )}
      {!error && data && (
        <ul className="quiet-list" aria-label={`Folders in ${data.path}`}>
          {data.parent !== null && (
            <Choice icon={<IconCornerLeftUp {...ICON} />} name="Up" onClick={() => walkTo(data.parent ?? '/')} />
          )}
          {data.folders.map((folder) => (
            <Choice
              key={folder.path}
              icon={<IconFolder {...ICON} />}
              name={folder.name}
              onClick={() => walkTo(folder.path)}
            />
          ))}
          {data.folders.length === 0 && (
            <Text component="li" size="sm" c="dimmed" px="xs" py={6}>
              No folders in it.
            </Text>
          )}
        </ul>
      )}
    </div>
  );
}

const ICON = { size: 18, stroke: 1.6 };

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
