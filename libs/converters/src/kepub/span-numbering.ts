import { MOST_SPANS, tooMuch } from './limits.js';

// [mandatory] The elements a new paragraph number begins with; nothing else begins one, not even div, li or blockquote.
const NUMBERED = new Set(['p', 'ol', 'ul', 'table', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

/**
 * Hands out the ids of a page's spans, kobo.<paragraph>.<segment>, in document order. A paragraph's number is taken by
 * the first span inside or behind its opening tag, so an empty one uses none up, and leaving an element changes nothing.
 */
export class SpanNumbering {
  private paragraph = 0;
  private segment = 0;
  private paragraphBegins = false;
  private given = 0;

  enter(element: string): void {
    if (NUMBERED.has(element)) this.paragraphBegins = true;
  }

  nextText(): string {
    if (this.paragraphBegins) this.beginParagraph();
    this.segment += 1;
    return this.id();
  }

  /** An image is always a paragraph of its own; text behind it goes on in that paragraph. */
  nextImage(): string {
    this.beginParagraph();
    this.segment = 1;
    return this.id();
  }

  private beginParagraph(): void {
    this.paragraph += 1;
    this.segment = 0;
    this.paragraphBegins = false;
  }

  private id(): string {
    this.given += 1;
    if (this.given > MOST_SPANS) throw tooMuch(`more than ${MOST_SPANS} sentences`);
    return `kobo.${this.paragraph}.${this.segment}`;
  }
}
