import { DECLARATION } from './prologue.js';
import { escapeAttribute } from './tag-source.js';

const NAMESPACE = 'urn:oasis:names:tc:opendocument:xmlns:container';

/**
 * True when a container document leads strict readers to the package: namespace, version, and a path that is meant as
 * it is written. [important] The device refuses books that forgiving readers open.
 */
export function leadsTo(container: string, packagePath: string): boolean {
  const version = /<(?:[\w-]+:)?container(?:\s[^<>]*)?\sversion\s*=\s*["']1\.0["']/.test(container);
  const paths = [...container.matchAll(/\sfull-path\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map((m) => m[1] ?? m[2]);
  return version && container.includes(NAMESPACE) && paths[0] === escapeAttribute(packagePath);
}

/** META-INF/container.xml for one package (EPUB 3.3 §4.2.6.3). */
export function containerDocument(packagePath: string): string {
  return `${DECLARATION}
<container version="1.0" xmlns="${NAMESPACE}">
  <rootfiles>
    <rootfile full-path="${escapeAttribute(packagePath)}" media-type="application/oebps-package+xml"/>
  </rootfiles>
</container>
`;
}
