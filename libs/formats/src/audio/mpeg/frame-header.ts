/** Of a frame of MPEG audio layer III, the one that gave MP3 its name. */
export interface FrameHeader {
  /** MPEG-1 has twice the samples of MPEG-2 and 2.5. */
  mpeg1: boolean;
  /** In bits a second. */
  bitrate: number;
  /** In hertz. */
  sampleRate: number;
  samples: number;
  mono: boolean;
  /** In bytes, the four of the header among them. */
  size: number;
}

/** In kilobits a second (ISO 11172-3 §2.4.2.3, ISO 13818-3 §2.4.2.3); the first, a rate of one's own, is left out. */
const BITRATES_1 = [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const BITRATES_2 = [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
const SAMPLE_RATES = [44_100, 48_000, 32_000];
const MPEG_25 = 0;
const MPEG_1 = 3;
const LAYER_III = 1;

/** Undefined where no frame begins. */
export function frameHeaderAt(bytes: Uint8Array, at: number): FrameHeader | undefined {
  const [sync = 0, kind = 0, rates = 0, channels = 0] = bytes.subarray(at, at + 4);
  const version = (kind >> 3) & 3;
  if (at + 4 > bytes.byteLength || sync !== 0xff || kind >> 5 !== 7 || version === 1) return undefined;
  const mpeg1 = version === MPEG_1;
  const bitrate = (mpeg1 ? BITRATES_1 : BITRATES_2)[(rates >> 4) - 1];
  const fullRate = SAMPLE_RATES[(rates >> 2) & 3];
  if (((kind >> 1) & 3) !== LAYER_III || bitrate === undefined || fullRate === undefined) return undefined;
  const sampleRate = fullRate / (mpeg1 ? 1 : version === MPEG_25 ? 4 : 2);
  const samples = mpeg1 ? 1152 : 576;
  const size = Math.floor((samples / 8) * ((bitrate * 1000) / sampleRate)) + ((rates >> 1) & 1);
  return { mpeg1, bitrate: bitrate * 1000, sampleRate, samples, mono: channels >> 6 === 3, size };
}

export interface FoundFrame {
  at: number;
  header: FrameHeader;
}

/**
 * The first frame in these bytes. The bits of a header also occur by chance, so two more of the same kind must follow
 * where they should.
 */
export function findFrame(bytes: Uint8Array): FoundFrame | undefined {
  for (let at = bytes.indexOf(0xff); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const header = frameHeaderAt(bytes, at);
    const second = header && nextOf(bytes, at, header);
    const third = header && second && nextOf(bytes, at + header.size, second);
    if (header !== undefined && third !== undefined) return { at, header };
  }
  return undefined;
}

function nextOf(bytes: Uint8Array, at: number, header: FrameHeader): FrameHeader | undefined {
  const next = frameHeaderAt(bytes, at + header.size);
  return next?.sampleRate === header.sampleRate && next.mpeg1 === header.mpeg1 ? next : undefined;
}
