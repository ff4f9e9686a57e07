/** An XMP packet whose one description holds this, in the prefixes programs use. */
export function xmpOf(properties: string, attributes = ''): string {
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
  xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfx="http://ns.adobe.com/pdfx/1.3/"
  xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
  xmlns:calibre="http://calibre-ebook.com/xmp-namespace"
  xmlns:calibreSI="http://calibre-ebook.com/xmp-namespace-series-index"
  xmlns:xmpidq="http://ns.adobe.com/xmp/Identifier/qual/1.0/" ${attributes}>${properties}</rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`;
}

/** <dc:title> and its like, in one language each: alt('title', ['x-default', 'Emma']). */
export function alt(name: string, ...texts: [lang: string, text: string][]): string {
  const items = texts.map(([lang, text]) => `<rdf:li xml:lang="${lang}">${text}</rdf:li>`);
  return `<dc:${name}><rdf:Alt>${items.join('')}</rdf:Alt></dc:${name}>`;
}

export function list(name: string, ...texts: string[]): string {
  return `<${name}><rdf:Seq>${texts.map((text) => `<rdf:li>${text}</rdf:li>`).join('')}</rdf:Seq></${name}>`;
}
