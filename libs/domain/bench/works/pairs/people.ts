import { pairsOf } from '../pairs-of.js';

/** One text whose authors are written in several ways, or stand among people who did something else. */
export const PEOPLE = pairsOf(
  'certain',
  `
people/last-first
The Shining | by King, Stephen | en | 447p
The Shining | by Stephen King | read Campbell Scott | en | 15h50

people/initials
The Fellowship of the Ring | by J R R Tolkien | en | 423p
The Fellowship of the Ring | by John Ronald Reuel Tolkien | read Andy Serkis | en | 22h38

people/initial-or-name
The Left Hand of Darkness | by Ursula Le Guin | en | 304p
The Left Hand of Darkness | by Ursula K. Le Guin | read George Guidall | en | 9h39

people/glued-initials
The Lion, the Witch and the Wardrobe | by CS Lewis | en | 206p
The Lion, the Witch and the Wardrobe | by C. S. Lewis | read Michael York | en | 4h21

people/surname-only
The Brothers Karamazov | by Dostoevsky | en | 796p
The Brothers Karamazov | by Fyodor Dostoevsky | read Constantine Gregory | en | 37h15

people/transliteration
Crime and Punishment | by Fyodor Dostoyevsky | en | 545p
Crime and Punishment | by Fjodor Dostojewski | read Constantine Gregory | en | 22h22

people/accents
One Hundred Years of Solitude | by Gabriel García Márquez | en | 417p
One Hundred Years of Solitude | by Gabriel Garcia Marquez | read John Lee | en | 14h04

people/translator-among-authors
The Three-Body Problem | by Cixin Liu, Ken Liu | in Remembrance of Earth's Past #1 | en | 399p
The Three-Body Problem | by Cixin Liu | read Rosalind Chao | en | 13h26

people/translator-in-audio
The Girl with the Dragon Tattoo | by Stieg Larsson | in Millennium #1 | en | 465p
The Girl with the Dragon Tattoo | by Stieg Larsson, Reg Keeland - translator | read Simon Vance | en | 16h19

people/family-name-first
The Dark Forest | by Liu Cixin | en | 512p
The Dark Forest | by Cixin Liu | read P. J. Ochlan | en | 22h37

people/two-in-one-field
Good Omens | by Terry Pratchett & Neil Gaiman | en | 383p
Good Omens | by Neil Gaiman, Terry Pratchett | read Michael Sheen, David Tennant | en | 12h32

people/one-of-two
Good Omens | by Neil Gaiman | en | 383p
Good Omens: The Nice and Accurate Prophecies of Agnes Nutter, Witch | by Neil Gaiman, Terry Pratchett | read Martin Jarvis | en | 12h32

people/narrator-among-authors
The Adventures of Sherlock Holmes | by Arthur Conan Doyle | en | 105000w
The Adventures of Sherlock Holmes | by Arthur Conan Doyle, Stephen Fry | read Stephen Fry | en | 11h20

people/pseudonym-in-brackets
The Cuckoo's Calling | by Robert Galbraith (J. K. Rowling) | en | 455p
The Cuckoo's Calling | by Robert Galbraith | read Robert Glenister | en | 15h54

people/pseudonym-real-name-heard
The Silkworm | by Robert Galbraith (J.K. Rowling) | en | 455p
The Silkworm | by J. K. Rowling | read Robert Glenister | en | 17h22

people/writing-as
The Long Walk | by Stephen King writing as Richard Bachman | en | 370p
The Long Walk | by Stephen King | read Kirby Heyborne | en | 10h44

people/middle-initial
Consider Phlebas | by Iain Banks | en | 471p
Consider Phlebas | by Iain M. Banks | in Culture #1 | read Peter Kenny | en | 16h34

people/title-of-address
Meditations | by Marcus Aurelius | en | 40000w
Meditations | by Emperor Marcus Aurelius | read Duncan Steen | en | 5h10

people/doctor
The Body Keeps the Score | by Bessel van der Kolk M.D. | en | 464p
The Body Keeps the Score | by Bessel A. van der Kolk | read Sean Pratt | en | 16h15

people/junior
Cat's Cradle | by Kurt Vonnegut, Jr. | en | 304p
Cat's Cradle | by Kurt Vonnegut | read Tony Roberts | en | 7h09

people/particle
Het diner | by Herman Koch | nl | 300p
Het diner | by Koch, Herman | read Herman Koch | nl | 8h30

people/editor-only
Dangerous Visions | by Harlan Ellison - editor | en | 592p
Dangerous Visions | by Harlan Ellison | read Harlan Ellison, Richard Gilliland | en | 23h00

people/illustrator-listed
The Graveyard Book | by Neil Gaiman, Dave McKean | en | 312p
The Graveyard Book | by Neil Gaiman | read Neil Gaiman | en | 7h42

people/many-authors
Freakonomics: A Rogue Economist Explores the Hidden Side of Everything | by Steven D. Levitt, Stephen J. Dubner | en | 315p
Freakonomics | by Steven Levitt; Stephen Dubner | read Stephen J. Dubner | en | 6h59

people/nickname
The Tipping Point | by Malcolm T. Gladwell | en | 301p
The Tipping Point: How Little Things Can Make a Big Difference | by Malcolm Gladwell | read Malcolm Gladwell | en | 8h34

people/et-al
The Pragmatic Programmer | by David Thomas et al. | en | 352p
The Pragmatic Programmer | by David Thomas, Andrew Hunt | read Anna Katarina | en | 9h55

people/foreword
Man's Search for Meaning | by Viktor E. Frankl, Harold S. Kushner | en | 165p
Man's Search for Meaning | by Viktor E. Frankl | read Simon Vance | en | 4h44

people/publisher-as-author
The Art of War | by Sun Tzu | en | 12000w
The Art of War | by Sun Tzu, Blackstone Audio | read Scott Brick | en | 1h20

people/apostrophe
The Commitments | by Roddy Doyle | en | 165p
The Commitments | by Doyle, Roddy | read Aidan Gillen | en | 4h10

people/hyphen
Nausea | by Jean Paul Sartre | en | 178p
Nausea | by Jean-Paul Sartre | read Edoardo Ballerini | en | 8h40

people/missing-author-with-series
The Final Empire | in Mistborn #1 | en | 541p
The Final Empire | by Brandon Sanderson | in Mistborn #1 | read Michael Kramer | en | 24h39

people/unknown-author-with-series
Leviathan Wakes | by Unknown | in The Expanse #1 | en
Leviathan Wakes | by James S. A. Corey | in The Expanse #1 | read Jefferson Mays | en | 20h56

people/missing-author-same-isbn
The Goldfinch | isbn 9780316055437 | en
The Goldfinch | by Donna Tartt | isbn 9780316055437 | read David Pittu | en | 32h24

people/author-in-title
Andy Weir - Project Hail Mary | en | 482p
Project Hail Mary | by Andy Weir | read Ray Porter | en | 16h10
`,
);
