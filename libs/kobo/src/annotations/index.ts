export {
  type AnnotationBody,
  type AnnotationUpdate,
  readAnnotationUpdate,
  type ReceivedAnnotation,
} from './annotation-update.js';
export { type AnnotationsPage, annotationsPage, pageLimit, type PageStart, pageStart } from './annotations-page.js';
export { bookAnnotations, type StoredAnnotation } from './book-annotations.js';
export {
  changedContents,
  contentEtag,
  type HeldContent,
  type KeptContent,
  readHeldContents,
} from './content-changes.js';
export { readContentId } from './content-id.js';
export { type ContentStanding, highlightsAreKnown } from './local-highlights.js';
