import { Badge, Button, Group, Text } from '@mantine/core';
import type { BookFile } from '@octavo/contracts';
import { IconDownload } from '@tabler/icons-react';
import { inBytes } from '../../ui/sizes.js';
import { FileChapters } from './file-chapters.js';
import { FileMenu } from './file-menu.js';
import { FileCondition } from './file-condition.js';
import classes from './file-panel.module.css';
import { formatWords } from './format-words.js';
import { playingTimeWords } from './playing-time.js';

/** One file: what it is called, how large or long, where it lies, how it fares, and the way to have it. */
export function FilePanel({ bookId, file }: { bookId: string; file: BookFile }) {
  return (
    <li className="panel">
      <div className={classes.head}>
        <div className={classes.name}>
          <Text fw={550} className="unbroken">
            {file.name}
          </Text>
          <Group gap={8} mt={4}>
            <Badge variant="light" size="sm" tt="none">
              {formatWords(file.format)}
            </Badge>
            <Text size="sm" c="dimmed" className="number">
              {inBytes(file.size)}
              {file.durationSec !== null && ` · ${playingTimeWords(file.durationSec)}`}
            </Text>
          </Group>
        </div>
        <div className={classes.actions}>
          {!file.missing && (
            <Button
              component="a"
              href={`/api/files/${file.id}/content`}
              download={file.name}
              variant="light"
              leftSection={<IconDownload size={18} stroke={1.6} />}
            >
              Download
            </Button>
          )}
          <FileMenu bookId={bookId} file={file} />
        </div>
      </div>
      <dl className={classes.facts}>
        <FileCondition file={file} />
        <FilePlaces places={file.places} />
      </dl>
      <FileChapters chapters={file.chapters} />
    </li>
  );
}

function FilePlaces({ places }: Pick<BookFile, 'places'>) {
  return (
    <>
      <dt>{places.length === 1 ? 'Place' : 'Places'}</dt>
      <dd>
        {places.map(({ library, path, missing }) => (
          <Text key={library + path} size="sm" className="unbroken" td={missing ? 'line-through' : undefined}>
            <Text component="span" c="dimmed">
              {library} /{' '}
            </Text>
            {path}
          </Text>
        ))}
      </dd>
    </>
  );
}
