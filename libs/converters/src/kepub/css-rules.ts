// These texts are what other tools write, to the letter: a style is recognised by its text, whoever put it in.

/** [important] The device sets the margins itself; without this the wrappers add the publisher's once more. */
export const MARGIN_RULE = 'div#book-inner { margin-top: 0; margin-bottom: 0;}';

/** [extra] Words are hyphenated, three letters at least on each side; headings and table cells are not. */
export const HYPHENATE = `* {
    -webkit-hyphens: auto;
    -moz-hyphens: auto;
    hyphens: auto;

    -webkit-hyphenate-limit-after: 3;
    -webkit-hyphenate-limit-before: 3;
    -webkit-hyphenate-limit-lines: 2;
}

h1, h2, h3, h4, h5, h6, td {
    -moz-hyphens: none !important;
    -webkit-hyphens: none !important;
    hyphens: none !important;
}`;

/** [extra] Nothing is hyphenated, whatever the book says. */
export const DO_NOT_HYPHENATE = `* {
    -moz-hyphens: none !important;
    -webkit-hyphens: none !important;
    hyphens: none !important;
}`;

/** [extra] The page reaches the edges of the screen, less a sliver. */
export const FULL_SCREEN = `body {
    margin: 0 !important;
    padding: 0 !important;
}

body>div {
    padding-left: 0.2em !important;
    padding-right: 0.2em !important;
}`;
