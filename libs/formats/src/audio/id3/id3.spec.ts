import { anMp3, jpegCover, pngCover, type Mp3Builder } from '@octavo/testing';
import { draftOfAudio } from '../testing/draft-of-audio.js';

const latin1 = (text: string) => Buffer.from(text, 'latin1');
/** A frame of version 2.3 or, short as it is, of 2.4. */
const frame = (id: string, content: Buffer, flags = 0) =>
  Buffer.concat([latin1(id), Buffer.from([0, 0, 0, content.byteLength, 0, flags]), content]);
const told = (book: Mp3Builder) =>
  book.titled('Zwölf Stühle 椅子').by('Ilja Ilf').tagged('SERIES', 'Fate/Zero').tagged('COMM', 'A blurb.');

describe('an ID3 tag', () => {
  it.each([
    ['2.2', anMp3().version(2)],
    ['2.3', anMp3()],
    ['2.4', anMp3().version(4)],
    ['2.2, unsynchronised', anMp3().version(2).unsynchronised()],
    ['2.3, unsynchronised', anMp3().unsynchronised()],
    ['2.4, unsynchronised', anMp3().version(4).unsynchronised()],
    ['2.4, with the sizes of iTunes', anMp3().version(4).plainSizes()],
    ['2.3, without padding', anMp3().padded(0)],
    ['2.3, with much padding', anMp3().padded(300_000)],
  ])('of version %s is read', async (_, book) => {
    const cover = await jpegCover({ width: 200, height: 300 });
    const draft = await draftOfAudio('x.mp3', told(book).withCover(cover));
    expect(draft).toMatchObject({
      title: 'Zwölf Stühle 椅子',
      contributors: [{ name: 'Ilja Ilf' }],
      series: [{ name: 'Fate/Zero' }],
      description: '<p>A blurb.</p>',
      warnings: [],
    });
    expect(Buffer.compare(draft.cover?.bytes ?? new Uint8Array(), cover)).toBe(0);
  });

  it.each([
    ['Latin-1', Buffer.concat([Buffer.from([0]), latin1('Zw\xf6lf')])],
    ['Latin-1 that is Windows-1252', Buffer.concat([Buffer.from([0]), latin1('Zw\xf6lf\x85')])],
    ['UTF-16 with its mark', Buffer.concat([Buffer.from([1]), Buffer.from('\ufeffZwölf\0', 'utf16le')])],
    ['UTF-16 the other way round', Buffer.concat([Buffer.from([1]), Buffer.from('\ufeffZwölf', 'utf16le').swap16()])],
    ['UTF-16 without a mark', Buffer.concat([Buffer.from([1]), Buffer.from('Zwölf', 'utf16le')])],
    ['UTF-16, high byte first', Buffer.concat([Buffer.from([2]), Buffer.from('Zwölf', 'utf16le').swap16()])],
    ['UTF-8', Buffer.concat([Buffer.from([3]), Buffer.from('Zwölf\0')])],
  ])('holds texts in %s', async (_, content) => {
    const { title } = await draftOfAudio('x.mp3', anMp3().withFrame(frame('TIT2', content)));
    expect(title?.replace('…', '')).toBe('Zwölf');
  });

  it.each([3, 4] as const)('of version 2.%i may hold chapters', async (version) => {
    const book = anMp3().version(version).titled('x').withChapter('Ü', 0).withChapter('Two', 2);
    expect((await draftOfAudio('x.mp3', book)).chapters).toEqual([
      { title: 'Ü', startSec: 0 },
      { title: 'Two', startSec: 2 },
    ]);
  });

  it('may hold several values in one frame', async () => {
    const book = anMp3()
      .version(4)
      .withFrame(frame('TPE2', latin1('\x03Ann Bee\0Cee Dee')));
    expect((await draftOfAudio('x.mp3', book)).contributors.map(({ name }) => name)).toEqual(['Ann Bee', 'Cee Dee']);
  });

  it('gives the front cover before another picture', async () => {
    const [front, other] = [pngCover({ seed: 1 }), pngCover({ seed: 2 })];
    const { cover } = await draftOfAudio('x.mp3', anMp3().titled('x').withPicture(other).withCover(front));
    expect(Buffer.compare(cover?.bytes ?? new Uint8Array(), front)).toBe(0);
  });

  it.each([
    ['a chapter without end', frame('CHAP', latin1('c1'))],
    ['an empty frame', frame('TALB', Buffer.alloc(0))],
    ['an empty picture', frame('APIC', Buffer.alloc(1))],
    ['an empty comment', frame('COMM', Buffer.alloc(1))],
    ['a compressed frame', frame('TPUB', latin1('\0squeezed'), 0x80)],
    ['an encrypted frame', frame('TPUB', latin1('\0secret'), 0x40)],
    ["one of iTunes' own comments", frame('COMM', latin1('\0engiTunNORM\0 0000'))],
  ])('is read on behind %s', async (_, bad) => {
    const { title, publisher, description, cover } = await draftOfAudio('x.mp3', anMp3().withFrame(bad).titled('Emma'));
    expect({ title, publisher, description, cover }).toEqual({ title: 'Emma' });
  });

  it('passes over the number of a group and of a length', async () => {
    const [grouped, sized] = [frame('TIT2', latin1('G\0Emma'), 0x20), frame('TIT2', latin1('GLEN!\x03Emma'), 0x41)];
    expect((await draftOfAudio('x.mp3', anMp3().withFrame(grouped))).title).toBe('Emma');
    expect((await draftOfAudio('x.mp3', anMp3().version(4).withFrame(sized))).title).toBe('Emma');
  });

  it('may have a header more', async () => {
    const tag = Buffer.from(anMp3().titled('Emma').padded(0).build());
    const extended = Buffer.concat([
      tag.subarray(0, 10),
      Buffer.from([0, 0, 0, 6, 0, 0, 0, 0, 0, 0]),
      tag.subarray(10),
    ]);
    extended[5] = 0x40;
    extended[9] = (extended[9] ?? 0) + 10;
    expect(await draftOfAudio('x.mp3', extended)).toMatchObject({ title: 'Emma', warnings: [] });
  });

  it('may be stacked on another', async () => {
    const [first, second] = [anMp3().titled('Emma'), anMp3().titled('Persuasion').lasting(7)];
    const head = first.build().subarray(0, 10 + 100 + 'TIT2'.length + 6 + 3 + 'Emma'.length * 2);
    const draft = await draftOfAudio('x.mp3', Buffer.concat([head, second.build()]));
    expect(draft).toMatchObject({ title: 'Emma', durationSec: expect.closeTo(7, 1) });
  });

  it('of old stands at the end, and counts where no other does', async () => {
    const old = anMp3().withOldTag('Emma', 'Jane Austen');
    expect(await draftOfAudio('x.mp3', old)).toMatchObject({ title: 'Emma', contributors: [{ name: 'Jane Austen' }] });
    expect((await draftOfAudio('x.mp3', old.titled('Persuasion'))).title).toBe('Persuasion');
  });

  it('that is cut off gives its whole frames', async () => {
    const bytes = anMp3().titled('Emma').tagged('TPUB', 'A long publisher').padded(0).build();
    const cut = bytes.subarray(0, Buffer.from(bytes).indexOf('TPUB') + 20);
    expect(await draftOfAudio('x.mp3', cut)).toMatchObject({
      title: 'Emma',
      publisher: undefined,
      warnings: ['No MP3 audio was found behind the tags.'],
    });
  });

  it.each([
    ['of padding alone', anMp3().titled('Emma').padded(16_000_000)],
    [
      'of empty frames alone',
      anMp3()
        .titled('Emma')
        .withFrame(Buffer.concat(Array<Buffer>(1_000_000).fill(frame('TXXX', Buffer.alloc(0))))),
    ],
    [
      'of one frame of zeros',
      anMp3()
        .withFrame(Buffer.concat([latin1('TIT2'), Buffer.from([0, 0xf0, 0, 0, 0, 0]), Buffer.alloc(0xf0_0000)]))
        .titled('Emma'),
    ],
  ])('%s does not take long', async (_, book) => {
    const bytes = book.build();
    const started = performance.now();
    await draftOfAudio('x.mp3', bytes);
    expect(performance.now() - started).toBeLessThan(60_000);
  });
});
