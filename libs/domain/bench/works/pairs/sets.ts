import { pairsOf } from '../pairs-of.js';

/** Several books in one beside one of them, or beside another set. */
export const SETS = pairsOf(
  'different',
  `
set/box-set
The Final Empire | by Brandon Sanderson | in Mistborn #1 | en
Mistborn Trilogy Boxed Set | by Brandon Sanderson | en

set/range-in-series
Leviathan Wakes | by James S. A. Corey | in The Expanse #1 | en | 577p
Leviathan Wakes | by James S. A. Corey | in The Expanse #1-3 | en | 62h00

set/range-in-title
All Systems Red | by Martha Wells | in The Murderbot Diaries #1 | en
The Murderbot Diaries: Books 1-4 | by Martha Wells | en

set/omnibus
Foundation | by Isaac Asimov | en
Foundation: The Foundation Omnibus | by Isaac Asimov | en

set/complete-series
The Hunger Games | by Suzanne Collins | in The Hunger Games #1 | en
The Hunger Games: The Complete Series | by Suzanne Collins | en

set/complete-collection
The Fellowship of the Ring | by J. R. R. Tolkien | in The Lord of the Rings #1 | en
The Lord of the Rings: The Complete Collection | by J. R. R. Tolkien | in The Lord of the Rings #1-3 | en

set/lotr-one-volume
The Fellowship of the Ring (The Lord of the Rings, Book 1) | by J. R. R. Tolkien | en
The Lord of the Rings | by J. R. R. Tolkien | in The Lord of the Rings #1-3 | en

set/three-in-one
Eragon | by Christopher Paolini | in Inheritance #1 | en
Eragon, Eldest, Brisingr: 3-Book Set | by Christopher Paolini | in Inheritance #1-3 | en

set/publisher-pack
He Who Fights with Monsters | by Shirtaloon | in He Who Fights with Monsters #1 | en
He Who Fights with Monsters: Publisher's Pack, Books 1-2 | by Shirtaloon | en

set/two-ranges
Dresden Files Collection 1-6 | by Jim Butcher | en
Dresden Files Collection 7-12 | by Jim Butcher | en

set/two-ranges-series
The Dresden Files | by Jim Butcher | in The Dresden Files #1-3 | en
The Dresden Files | by Jim Butcher | in The Dresden Files #4-6 | en

set/bundle
Wool | by Hugh Howey | in Silo #1 | en
Silo Trilogy Bundle: Wool, Shift, Dust | by Hugh Howey | en

set/de-sammelband
Die Zwerge | by Markus Heitz | in Die Zwerge #1 | de
Die Zwerge: Sammelband | by Markus Heitz | in Die Zwerge #1-5 | de

set/de-gesamtausgabe
Die Gefährten | by J.R.R. Tolkien | in Der Herr der Ringe #1 | de
Der Herr der Ringe: Gesamtausgabe | by J.R.R. Tolkien | de

set/de-baende
Tintenherz | by Cornelia Funke | in Tintenwelt #1 | de
Tintenwelt: Bände 1-3 | by Cornelia Funke | de

set/fr-integrale
Le Roi de fer | by Maurice Druon | in Les Rois maudits #1 | fr
Les Rois maudits : L'intégrale | by Maurice Druon | fr

set/fr-coffret
Harry Potter à l'école des sorciers | by J.K. Rowling | in Harry Potter #1 | fr
Coffret Harry Potter | by J.K. Rowling | fr

set/es-trilogia
La ladrona de huesos | by Manel Loureiro | in Trilogía #1 | es
La ladrona de huesos: Trilogía completa | by Manel Loureiro | es

set/it-cofanetto
L'amica geniale | by Elena Ferrante | in L'amica geniale #1 | it
L'amica geniale: Cofanetto | by Elena Ferrante | it

set/title-with-and-other-stories
The Bicentennial Man | by Isaac Asimov | en | 40p
The Bicentennial Man and Other Stories | by Isaac Asimov | en | 8h10

set/and-three-stories
Breakfast at Tiffany's | by Truman Capote | en
Breakfast at Tiffany's and Three Stories | by Truman Capote | en

set/slash
Catching Fire | by Suzanne Collins | en
The Hunger Games / Catching Fire / Mockingjay | by Suzanne Collins | en

set/anthology-volume
The Complete Sherlock Holmes | by Arthur Conan Doyle | en | 1800p
A Study in Scarlet | by Arthur Conan Doyle | en | 4h30

set/collected-and-one
The Complete Stories, Volume 1 | by Isaac Asimov | en
The Complete Robot | by Isaac Asimov | en

set/complete-works
Emma | by Jane Austen | en
The Complete Works of Jane Austen: Emma, Persuasion and More | by Jane Austen | en

set/trilogy-word
Annihilation | by Jeff VanderMeer | in Southern Reach #1 | en
Area X: The Southern Reach Trilogy | by Jeff VanderMeer | in Southern Reach #1-3 | en

set/books-one-to-three
Red Rising | by Pierce Brown | en
Red Rising: Books 1 to 3 | by Pierce Brown | en

set/range-as-words
Storm Front | by Jim Butcher | en
Storm Front, Fool Moon, Grave Peril: Dresden Files Books 1, 2 and 3 | by Jim Butcher | en

set/two-novels
Animal Farm | by George Orwell | en
Animal Farm and 1984 | by George Orwell | en

set/quartet
Titus Groan | by Mervyn Peake | in Gormenghast #1 | en
The Complete Gormenghast Trilogy | by Mervyn Peake | en
`,
);
