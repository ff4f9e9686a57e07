import { type Format, formatOfName } from '@octavo/domain';
import { sniff } from '../sniff.js';
import { latin1 } from './cursor.js';

export type AudioFormat = 'm4b' | 'm4a' | 'mp3' | 'flac' | 'ogg' | 'opus';

const NAMED: ReadonlySet<Format | undefined> = new Set<Format>(['m4b', 'm4a', 'mp3', 'flac', 'ogg', 'opus']);
const BOOK_BRANDS = new Set(['M4B ', 'aax ', 'aaxc']);
/** What the first packet of an Ogg stream of audio begins with; it stands behind a page header of 28 bytes. */
const OGG_AUDIO = ['\x01vorbis', '\x7fFLAC'];

/**
 * What an audio file is, by its first bytes. The name decides where they leave it open: between M4B and M4A, which are
 * the same inside, and for MP3s without a tag, which begin with nothing of note.
 */
export function audioFormatOf(head: Uint8Array, name: string): AudioFormat | undefined {
  const named = formatOfName(name);
  const promised = isAudio(named) ? named : undefined;
  switch (sniff(head)) {
    case 'mp4':
      return mp4Format(latin1(head.subarray(8, 12)), promised);
    case 'id3':
      return promised === 'flac' ? 'flac' : 'mp3';
    case 'flac':
      return 'flac';
    case 'ogg':
      return oggFormat(latin1(head.subarray(28, 36)), promised);
    case undefined:
      return promised;
    default:
      return undefined;
  }
}

function isAudio(format: Format | undefined): format is AudioFormat {
  return NAMED.has(format);
}

/** A film has the same boxes, so a brand that is not of audio needs a name that is. */
function mp4Format(brand: string, promised: AudioFormat | undefined): AudioFormat | undefined {
  if (promised === 'm4b' || promised === 'm4a') return promised;
  if (BOOK_BRANDS.has(brand)) return 'm4b';
  return brand === 'M4A ' || promised !== undefined ? 'm4a' : undefined;
}

function oggFormat(packet: string, promised: AudioFormat | undefined): AudioFormat | undefined {
  if (packet === 'OpusHead') return 'opus';
  if (OGG_AUDIO.some((start) => packet.startsWith(start))) return 'ogg';
  return promised === undefined ? undefined : promised === 'opus' ? 'opus' : 'ogg';
}
