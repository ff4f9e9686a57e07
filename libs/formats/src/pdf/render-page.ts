import type { OpenedPdf } from './opened-pdf.js';

/** In pixels. */
const LONG_SIDE = 1800;
/** Comments, stamps and the frames of links are no part of a cover (AnnotationMode.DISABLE of pdf.js). */
const NO_ANNOTATIONS = 0;

/** Pixels in rows, four bytes each: red, green, blue and an alpha that is always full. */
export interface Pixels {
  data: Uint8Array;
  width: number;
  height: number;
}

/**
 * A page as it is to be seen: its crop box, upright, on white, the long side 1800 pixels. pdf.js works in slices and
 * goes on from each by a callback; through the event loop the clock and the source get their turn between them.
 */
export async function renderPage({ document }: OpenedPdf, number: number): Promise<Pixels> {
  const page = await document.getPage(number);
  const { width, height } = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: LONG_SIDE / Math.max(width, height) });
  const size = { width: Math.max(1, Math.round(viewport.width)), height: Math.max(1, Math.round(viewport.height)) };
  const factory = document.canvasFactory as CanvasFactory;
  const drawing = factory.create(size.width, size.height);
  try {
    const task = page.render({
      canvas: null,
      canvasContext: drawing.context,
      viewport,
      background: '#ffffff',
      annotationMode: NO_ANNOTATIONS,
    });
    task.onContinue = (next: () => void) => void setImmediate(next);
    await task.promise;
    return { data: new Uint8Array(drawing.context.getImageData(0, 0, size.width, size.height).data.buffer), ...size };
  } finally {
    factory.destroy(drawing);
    page.cleanup();
  }
}

/** What pdf.js makes canvases with outside a browser. */
interface CanvasFactory {
  create(width: number, height: number): Drawing;
  destroy(drawing: Drawing): void;
}

interface Drawing {
  context: { getImageData(x: number, y: number, width: number, height: number): { data: Uint8ClampedArray } };
}
