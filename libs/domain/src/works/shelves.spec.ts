import fc from 'fast-check';
import { candidateKeys, matchWork } from './index.js';
import { audiobook, ebook } from './testing/forms.js';

const SEED = 4_711;

interface Shelf {
  series: string;
  author: string;
  inverted: string;
  language: string;
  label: string;
  titles: string[];
}

const shelf = (series: string, author: string, language: string, label: string, titles: string): Shelf => {
  const words = author.split(' ');
  const inverted = `${words.at(-1)}, ${words.slice(0, -1).join(' ')}`;
  return { series, author, inverted, language, label, titles: titles.split(' | ') };
};

const SHELVES = [
  shelf(
    ...(['Discworld', 'Terry Pratchett', 'en', 'Book'] as const),
    'The Colour of Magic | The Light Fantastic | Equal Rites | Mort | Sourcery | Wyrd Sisters | Pyramids | Guards! Guards! | Eric | Moving Pictures | Reaper Man | Witches Abroad | Small Gods | Lords and Ladies | Men at Arms | Soul Music | Interesting Times | Maskerade | Feet of Clay | Hogfather | Jingo | The Last Continent',
  ),
  shelf(
    ...(['The Wheel of Time', 'Robert Jordan', 'en', 'Book'] as const),
    "The Eye of the World | The Great Hunt | The Dragon Reborn | The Shadow Rising | The Fires of Heaven | Lord of Chaos | A Crown of Swords | The Path of Daggers | Winter's Heart | Crossroads of Twilight | Knife of Dreams",
  ),
  shelf(
    ...(['Dungeon Crawler Carl', 'Matt Dinniman', 'en', 'Book'] as const),
    "Dungeon Crawler Carl | Carl's Doomsday Scenario | The Dungeon Anarchist's Cookbook | The Gate of the Feral Gods | The Butcher's Masquerade | The Eye of the Bedlam Bride | This Inevitable Ruin",
  ),
  shelf(
    ...(['Mistborn', 'Brandon Sanderson', 'en', 'Book'] as const),
    'The Final Empire | The Well of Ascension | The Hero of Ages | The Alloy of Law | Shadows of Self | The Bands of Mourning | The Lost Metal',
  ),
  shelf(
    ...(['Harry Potter', 'J. K. Rowling', 'de', 'Band'] as const),
    'Harry Potter und der Stein der Weisen | Harry Potter und die Kammer des Schreckens | Harry Potter und der Gefangene von Askaban | Harry Potter und der Feuerkelch | Harry Potter und der Orden des Phönix',
  ),
  shelf(
    ...(['Les Rois maudits', 'Maurice Druon', 'fr', 'tome'] as const),
    'Le Roi de fer | La Reine étranglée | Les Poisons de la couronne | La Loi des mâles | La Louve de France | Le Lis et le Lion | Quand un roi perd la France',
  ),
  shelf(
    ...(['Montalbano', 'Andrea Camilleri', 'it', 'volume'] as const),
    "La forma dell'acqua | Il cane di terracotta | Il ladro di merendine | La voce del violino | La gita a Tindari | L'odore della notte",
  ),
  shelf(
    ...(['El cementerio de los libros olvidados', 'Carlos Ruiz Zafón', 'es', 'libro'] as const),
    'La sombra del viento | El juego del ángel | El prisionero del cielo | El laberinto de los espíritus',
  ),
];

const dressed = fc
  .record({
    of: fc.constantFrom(...SHELVES),
    at: fc.nat(1000),
    dress: fc.nat(5),
    isInverted: fc.boolean(),
    hasSeries: fc.boolean(),
    isCapital: fc.boolean(),
    note: fc.constantFrom('', ' (Unabridged)', ' - Ungekürzte Lesung', ' (Kindle Edition)'),
  })
  .map((chosen) => ({ ...chosen, at: chosen.at % chosen.of.titles.length }));
type Dressed = typeof dressed extends fc.Arbitrary<infer One> ? One : never;

/** A book as some shop writes it. */
function formOf({ of, at, dress, isInverted, hasSeries, isCapital, note }: Dressed, make: typeof ebook) {
  const plain = of.titles[at] ?? '';
  const number = String(at + 1);
  const titles = [
    plain,
    `${of.series}: ${plain}`,
    `${plain} (${of.series}, ${of.label} ${number})`,
    `${plain}: ${of.series}, ${of.label} ${number}`,
    `${of.series} ${number.padStart(2, '0')} - ${plain}`,
    `${of.series}, ${of.label} ${number}: ${plain}`,
  ];
  const title = `${titles[dress] ?? plain}${note}`;
  return make(isCapital ? title.toUpperCase() : title, [isInverted ? of.inverted : of.author], {
    language: of.language,
    series: hasSeries ? [{ name: of.series, number }] : [],
  });
}

describe('books of long series, dressed as shops dress them', () => {
  it('are one work with themselves, and share a key', () => {
    fc.assert(
      fc.property(dressed, dressed, (one, other) => {
        const [read, heard] = [formOf(one, ebook), formOf({ ...other, of: one.of, at: one.at }, audiobook)];
        const { verdict, reasons } = matchWork(read, heard);
        expect({ verdict, reasons, read: read.title, heard: heard.title }).not.toMatchObject({ verdict: 'different' });
        const keys = candidateKeys(read);
        expect(candidateKeys(heard).some((key) => keys.includes(key))).toBe(true);
      }),
      { numRuns: 500, seed: SEED },
    );
  });

  it('are mostly tied to themselves', () => {
    const samples = fc.sample(fc.tuple(dressed, dressed), { numRuns: 500, seed: SEED });
    const tied = samples.filter(([one, other]) => {
      const heard = formOf({ ...other, of: one.of, at: one.at }, audiobook);
      return matchWork(formOf(one, ebook), heard).verdict === 'same';
    });
    expect(tied.length / samples.length).toBeGreaterThan(0.9);
  });

  it('are never tied to another book of their shelf', () => {
    fc.assert(
      fc.property(dressed, dressed, (one, other) => {
        const at = other.at % one.of.titles.length;
        fc.pre(at !== one.at);
        const [read, heard] = [formOf(one, ebook), formOf({ ...other, of: one.of, at }, audiobook)];
        const { verdict, reasons } = matchWork(read, heard);
        expect({ verdict, reasons, read: read.title, heard: heard.title }).not.toMatchObject({ verdict: 'same' });
      }),
      { numRuns: 1500, seed: SEED },
    );
  });
});
