import { latin1, uint } from './bytes.js';
import { box, fullBox } from './mp4-boxes.js';

export interface Mp4TrackPlan {
  id: number;
  handler: 'soun' | 'text';
  /** How its samples are coded: 'mp4a'. */
  coding: string;
  timescale: number;
  /** In units of the timescale. */
  duration: number;
  samples: { size: number; duration: number }[];
  /** Where each sample is in the file. */
  offsets: number[];
  chapterTrack?: number;
}

/** A track with its headers and tables, one sample in each chunk. */
export function track(plan: Mp4TrackPlan): Buffer {
  const { id, handler, timescale, duration, chapterTrack } = plan;
  const header = fullBox('tkhd', uint(8, 0), uint(4, id), uint(4, 0), uint(4, duration), Buffer.alloc(60));
  const reference = chapterTrack === undefined ? [] : [box('tref', box('chap', uint(4, chapterTrack)))];
  const media = box(
    'mdia',
    fullBox('mdhd', uint(8, 0), uint(4, timescale), uint(4, duration), uint(4, 0)),
    fullBox('hdlr', uint(4, 0), latin1(handler), Buffer.alloc(13)),
    box('minf', box('stbl', ...tables(plan))),
  );
  return box('trak', header, ...reference, media);
}

function tables({ handler, coding, samples, offsets, timescale }: Mp4TrackPlan): Buffer[] {
  // The fields of a sound: version, channels, bits, rate. A text has others, which nobody looks at.
  const sound = [uint(8, 0), uint(2, 2), uint(2, 16), uint(4, 0), uint(4, timescale * 0x10000)];
  const entry = box(coding, uint(6, 0), uint(2, 1), ...(handler === 'soun' ? sound : [Buffer.alloc(43)]));
  const rows = (list: readonly Uint8Array[]) => [uint(4, list.length), Buffer.concat(list)];
  return [
    fullBox('stsd', ...rows([entry])),
    fullBox('stts', ...rows(samples.map(({ duration }) => Buffer.concat([uint(4, 1), uint(4, duration)])))),
    fullBox('stsc', ...rows([Buffer.concat([uint(4, 1), uint(4, 1), uint(4, 1)])])),
    fullBox('stsz', uint(4, 0), ...rows(samples.map(({ size }) => uint(4, size)))),
    fullBox('stco', ...rows(offsets.map((offset) => uint(4, offset)))),
  ];
}
