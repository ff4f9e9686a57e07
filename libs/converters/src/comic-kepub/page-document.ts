import { DECLARATION } from '../kepub/prologue.js';

export const STYLE_PATH = 'style.css';

/**
 * For all pages: nothing stands around the image. Spans and images are inline by nature, and the space below the
 * baseline would make each page a little higher than the screen.
 */
export const STYLE = `@page {
  margin: 0;
}
html,
body,
div#book-columns,
div#book-inner {
  margin: 0;
  padding: 0;
}
body {
  background-color: #ffffff;
}
span.koboSpan,
img {
  display: block;
}
`;

/** A page of the book: its number, counted from 1, the path of its image and its size in pixels. */
export interface ShownPage {
  number: number;
  image: string;
  width: number;
  height: number;
}

export function pageTitle(number: number): string {
  return `Page ${number}`;
}

/** The path of a page's document. */
export function pagePath(number: number): string {
  return `pages/${paddedNumber(number)}.xhtml`;
}

/** "7" -> "0007". */
export function paddedNumber(number: number): string {
  return String(number).padStart(4, '0');
}

/**
 * The XHTML document of one page. The viewport is the image's size to the pixel: e-ink devices cut off an image that is
 * larger than it, and other readers stretch one that is smaller. With a single `img` and nothing else Kobo's apps take
 * their quicker reader for picture books; wrappers and span are what the device keeps the place in the book by.
 */
export function pageDocument({ number, image, width, height }: ShownPage): string {
  const title = pageTitle(number);
  return `${DECLARATION}
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml">
<head>
<title>${title}</title>
<meta name="viewport" content="width=${width}, height=${height}"/>
<link rel="stylesheet" type="text/css" href="../${STYLE_PATH}"/>
</head>
<body>
<div id="book-columns"><div id="book-inner"><span class="koboSpan" id="kobo.1.1"><img src="../${image}" width="${width}" height="${height}" alt="${title}"/></span></div></div>
</body>
</html>
`;
}
