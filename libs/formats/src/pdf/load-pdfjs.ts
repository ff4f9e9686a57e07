import { createRequire } from 'node:module';
import { dirname } from 'node:path';

export type Pdfjs = typeof import('pdfjs-dist/legacy/build/pdf.mjs');
export type PdfDocument = import('pdfjs-dist/legacy/build/pdf.mjs').PDFDocumentProxy;
export type PdfPage = import('pdfjs-dist/legacy/build/pdf.mjs').PDFPageProxy;
type Worker = typeof import('pdfjs-dist/legacy/build/pdf.worker.mjs');

let loaded: Promise<[Pdfjs, Worker]> | undefined;

/** pdf.js and the half of it that parses, loaded with the first PDF: who never meets one does not pay the memory. */
export function loadPdfjs(): Promise<[Pdfjs, Worker]> {
  loaded ??= Promise.all([import('pdfjs-dist/legacy/build/pdf.mjs'), import('pdfjs-dist/legacy/build/pdf.worker.mjs')]);
  return loaded;
}

/**
 * How every document is opened: fonts, character maps and decoders from the package's own folder, so nothing is ever
 * fetched; nothing read ahead; larger images left out, since one is decoded to four bytes a pixel.
 */
export function openingOptions() {
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')).replaceAll('\\', '/');
  return {
    standardFontDataUrl: `${folder}/standard_fonts/`,
    cMapUrl: `${folder}/cmaps/`,
    iccUrl: `${folder}/iccs/`,
    wasmUrl: `${folder}/wasm/`,
    disableAutoFetch: true,
    disableStream: true,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    enableXfa: false,
    maxImageSize: 50_000_000,
    verbosity: 0,
  };
}
