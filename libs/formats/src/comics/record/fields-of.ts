import { isTag, type Element } from 'domhandler';
import { localName, textOf } from '../../xml/xml.js';

/** The elements right below one, by local name in lower case; the first of each name with something in it counts. */
export class Fields {
  constructor(private readonly parent: Element) {}

  text(name: string): string {
    return this.texts(name)[0] ?? '';
  }

  /** Of all elements of a name, those that are not empty. */
  texts(name: string): string[] {
    return this.elements(name)
      .map((element) => textOf(element).trim())
      .filter((text) => text !== '');
  }

  elements(name: string): Element[] {
    return this.parent.children.filter(isTag).filter((element) => localName(element) === name);
  }

  /** What stands below the first element of a name; nothing where there is none. */
  below(name: string): Fields | undefined {
    const [element] = this.elements(name);
    return element === undefined ? undefined : new Fields(element);
  }
}
