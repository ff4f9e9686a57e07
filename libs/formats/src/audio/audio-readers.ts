import { DomainError, type BookDraft, type RandomAccess } from '@octavo/domain';
import type { FormatReader } from '../format-reader.js';
import type { AudioFile } from './audio-file.js';
import { audioFormatOf, type AudioFormat } from './audio-format.js';
import { draftFrom } from './draft/draft-from.js';
import { readFlac } from './flac/flac-file.js';
import { readMp3 } from './mpeg/mp3-file.js';
import { readMp4 } from './mp4/mp4-file.js';
import { readOgg } from './ogg/ogg-file.js';
import { WindowedAccess } from './windowed-access.js';

interface Container {
  format: AudioFormat;
  /** Undefined when the bytes are not of this kind. */
  open(source: RandomAccess): Promise<AudioFile | undefined>;
  /** One file of it mostly is a whole book. */
  wholeBook?: boolean;
}

const CONTAINERS: readonly Container[] = [
  { format: 'm4b', open: readMp4, wholeBook: true },
  { format: 'm4a', open: readMp4 },
  { format: 'mp3', open: readMp3 },
  { format: 'flac', open: readFlac },
  { format: 'ogg', open: readOgg },
  { format: 'opus', open: readOgg },
];

/** Files to be heard. What they say of a book is read from their tags; the audio itself is passed over. */
export const audioReaders: readonly FormatReader[] = CONTAINERS.map((container) => ({
  format: container.format,
  recognises: (head, name) => audioFormatOf(head, name) === container.format,
  read: (source, name) => readAudio(container, source, name),
}));

async function readAudio(container: Container, source: RandomAccess, name: string): Promise<BookDraft> {
  if (source.size === 0) throw new DomainError('file.empty', 'The file has no bytes.');
  const access = new WindowedAccess(source);
  const audio = await container.open(access);
  if (audio === undefined) throw new DomainError('file.unreadable', `No ${container.format} audio was found in it.`);
  const draft = await draftFrom(audio, name, container.wholeBook ?? false);
  const drm = /\.aaxc?$/i.test(name) ? 'audible' : draft.drm;
  const cutShort = access.exhausted ? ['Only the first 32 MiB of its tags were read.'] : [];
  return { ...draft, drm, warnings: [...draft.warnings, ...cutShort] };
}
