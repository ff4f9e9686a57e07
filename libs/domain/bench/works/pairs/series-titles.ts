import { pairsOf } from '../pairs-of.js';

/** One volume of a series, whichever way the series and its number stand in the titles. */
export const SERIES_TITLES = pairsOf(
  'certain',
  `
series/behind-colon
The Final Empire | by Brandon Sanderson | in Mistborn #1 | en | 541p
The Final Empire: Mistborn Book 1 | by Brandon Sanderson | read Michael Kramer | en | 24h39

series/before-colon
Mistborn: The Final Empire | by Brandon Sanderson | en | 541p
The Final Empire: Mistborn Book 1 | by Brandon Sanderson | read Michael Kramer | en | 24h39

series/before-colon-plain
Mistborn: The Final Empire | by Brandon Sanderson | en | 541p
The Final Empire | by Brandon Sanderson | in Mistborn #1 | read Michael Kramer | en | 24h39

series/in-brackets
Leviathan Wakes (The Expanse Book 1) | by James S. A. Corey | en | 577p
Leviathan Wakes | by James S. A. Corey | in The Expanse #1 | read Jefferson Mays | en | 20h56

series/hash-in-brackets
Caliban's War (Expanse #2) | by James S.A. Corey | en | 595p
Caliban’s War | by James S. A. Corey | read Jefferson Mays | en | 21h00

series/comma-before
The Wheel of Time, Book 12: The Gathering Storm | by Robert Jordan, Brandon Sanderson | en | 766p
The Gathering Storm | by Robert Jordan, Brandon Sanderson | in The Wheel of Time #12 | read Michael Kramer, Kate Reading | en | 32h54

series/as-subtitle
The Eye of the World | sub Book One of The Wheel of Time | by Robert Jordan | en | 782p
The Eye of the World | by Robert Jordan | in Wheel of Time #1 | read Rosamund Pike | en | 32h42

series/decimal-zero
Storm Front | by Jim Butcher | in The Dresden Files #1.0 | en | 322p
Storm Front: The Dresden Files, Book 1 | by Jim Butcher | read James Marsters | en | 8h01

series/leading-zero
Fool Moon | by Jim Butcher | in Dresden Files #02 | en | 342p
Fool Moon | by Jim Butcher | in The Dresden Files #2 | read James Marsters | en | 10h06

series/roman-number
Foundation and Empire | by Isaac Asimov | in Foundation #2 | en | 247p
Foundation and Empire: Foundation Book II | by Isaac Asimov | read Scott Brick | en | 9h32

series/saga-word
Eragon | by Christopher Paolini | in Inheritance #1 | en | 509p
Eragon: The Inheritance Cycle, Book 1 | by Christopher Paolini | read Gerard Doyle | en | 16h22

series/cycle-name
A Wizard of Earthsea | by Ursula K. Le Guin | in Earthsea Cycle #1 | en | 183p
A Wizard of Earthsea | by Ursula K. Le Guin | in The Earthsea Cycle Series #1 | read Rob Inglis | en | 7h00

series/two-series
Guards! Guards! | by Terry Pratchett | in Discworld #8; City Watch #1 | en | 416p
Guards! Guards! | by Terry Pratchett | in City Watch #1 | read Nigel Planer | en | 10h00

series/other-subseries
Mort | by Terry Pratchett | in Discworld #4 | en | 304p
Mort: Discworld: Death, Book 1 | by Terry Pratchett | in Discworld: Death #1 | read Sian Clifford | en | 7h59

series/publisher-order
The Warrior's Apprentice | by Lois McMaster Bujold | in Vorkosigan Saga #2; Vorkosigan (chronological) #4 | en | 372p
The Warrior's Apprentice | by Lois McMaster Bujold | in Vorkosigan Saga #2 | read Grover Gardner | en | 10h30

series/number-only-in-ebook
Harry Potter and the Chamber of Secrets | by J.K. Rowling | in Harry Potter #2 | en | 341p
Harry Potter and the Chamber of Secrets, Book 2 | by J.K. Rowling | read Stephen Fry | en | 9h32

series/name-starts-title
Percy Jackson and the Lightning Thief | by Rick Riordan | en | 377p
Percy Jackson and the Lightning Thief (Book 1) | by Rick Riordan | read Jesse Bernstein | en | 10h02

series/volume-of-manga
One Piece, Vol. 12 | by Eiichiro Oda | en
One Piece 12 | by Eiichiro Oda | in One Piece #12 | en

series/title-is-series
Dune | by Frank Herbert | in Dune Chronicles #1 | en | 658p
Dune: Dune Chronicles, Book 1 | by Frank Herbert | read Scott Brick, Orlagh Cassidy | en | 21h02

series/title-is-series-2
Divergent | by Veronica Roth | in Divergent #1 | en | 487p
Divergent | by Veronica Roth | read Emma Galvin | en | 11h11

series/trilogy-in-subtitle
Annihilation | sub The Southern Reach Trilogy 1 | by Jeff VanderMeer | en | 195p
Annihilation: Southern Reach Trilogy, Book 1 | by Jeff VanderMeer | read Carolyn McCormick | en | 6h02

series/hunger-games
Catching Fire (Hunger Games, Book Two) | by Suzanne Collins | en | 391p
Catching Fire | sub The Hunger Games, Book 2 | by Suzanne Collins | read Tatiana Maslany | en | 11h38

series/hunger-games-before
The Hunger Games: Mockingjay | by Suzanne Collins | in The Hunger Games #3 | en | 390p
Mockingjay | by Suzanne Collins | in Hunger Games #3 | read Tatiana Maslany | en | 11h50

series/without-series-on-ebook
Words of Radiance | by Brandon Sanderson | en | 1087p
Words of Radiance: Book Two of the Stormlight Archive | by Brandon Sanderson | read Kate Reading | in The Stormlight Archive #2 | en | 48h13

series/dash-number
Murderbot Diaries 1 - All Systems Red | by Martha Wells | en | 149p
All Systems Red | by Martha Wells | in The Murderbot Diaries #1 | read Kevin R. Free | en | 3h17

series/novella-number
Edgedancer | by Brandon Sanderson | in The Stormlight Archive #2.5 | en | 226p
Edgedancer: From the Stormlight Archive | by Brandon Sanderson | in Stormlight Archive #2.5 | read Kate Reading | en | 6h13

series/litrpg
Dungeon Crawler Carl: A LitRPG/Gamelit Adventure | by Matt Dinniman | in Dungeon Crawler Carl #1 | en | 446p
Dungeon Crawler Carl: Dungeon Crawler Carl, Book 1 | by Matt Dinniman | read Jeff Hays | en | 13h31

series/litrpg-2
Carl's Doomsday Scenario: Dungeon Crawler Carl Book 2 | by Matt Dinniman | en | 364p
Carl's Doomsday Scenario | by Matt Dinniman | in Dungeon Crawler Carl #2 | read Jeff Hays | en | 11h39

series/bobiverse
We Are Legion (We Are Bob) (Bobiverse Book 1) | by Dennis E. Taylor | en | 383p
We Are Legion (We Are Bob): Bobiverse, Book 1 | by Dennis E. Taylor | read Ray Porter | en | 9h56

series/detective
Knots and Crosses: An Inspector Rebus Novel | by Ian Rankin | in Inspector Rebus #1 | en | 226p
Knots and Crosses | by Ian Rankin | in Rebus #1 | read James Macpherson | en | 6h33

series/reacher
Killing Floor: (Jack Reacher 1) | by Lee Child | en | 525p
Killing Floor: Jack Reacher, Book 1 | by Lee Child | read Jeff Harding | en | 17h38

series/subtitle-series-no-number
Gideon the Ninth | by Tamsyn Muir | en | 448p
Gideon the Ninth: The Locked Tomb Trilogy | by Tamsyn Muir | in The Locked Tomb #1 | read Moira Quirk | en | 16h50

series/star-wars
Star Wars: Thrawn | by Timothy Zahn | in Star Wars: Thrawn #1 | en | 427p
Thrawn (Star Wars) | by Timothy Zahn | in Star Wars | read Marc Thompson | en | 16h54

series/warhammer
Horus Rising | by Dan Abnett | in The Horus Heresy #1 | en | 416p
Horus Rising: The Horus Heresy, Book 1 | by Dan Abnett | in Warhammer 40,000; The Horus Heresy #1 | read Toby Longworth | en | 12h33

series/no-series-both
The Well of Ascension | by Brandon Sanderson | 590p | en
The Well of Ascension: Mistborn, Book 2 | by Brandon Sanderson | read Michael Kramer | en | 28h56

series/both-full
A Game of Thrones: A Song of Ice and Fire: Book One | by George R. R. Martin | en | 694p
A Game of Thrones (A Song of Ice and Fire, Book 1) | by George R.R. Martin | read Roy Dotrice | en | 33h46

series/isbn-and-main-only
Mistborn | by Brandon Sanderson | isbn 9780765311788 | en | 541p
Mistborn: The Final Empire | by Brandon Sanderson | isbn 0-7653-1178-X | read Michael Kramer | en | 24h39

series/series-number-and-main
Mistborn | by Brandon Sanderson | in Mistborn #1 | en | 541p
Mistborn: The Final Empire | by Brandon Sanderson | in Mistborn #1 | read Michael Kramer | en | 24h39
`,
);
