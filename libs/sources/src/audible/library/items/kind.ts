export type AudibleKind = 'book' | 'podcast' | 'episode' | 'part' | 'periodical' | 'series' | 'other';

const BY_DELIVERY: Readonly<Record<string, AudibleKind>> = {
  singlepartbook: 'book',
  multipartbook: 'book',
  audiopart: 'part',
  podcastparent: 'podcast',
  podcastseason: 'podcast',
  podcastepisode: 'episode',
  periodical: 'periodical',
  singlepartissue: 'periodical',
  multipartissue: 'periodical',
  bookseries: 'series',
  bundle: 'other',
};
const BY_CONTENT: Readonly<Record<string, AudibleKind>> = {
  podcast: 'podcast',
  show: 'podcast',
  episode: 'episode',
  'newspaper / magazine': 'periodical',
};

/** What a title is: by how it is delivered, else by its content. What is told neither is a book, as most are. */
export function kindOf(deliveryType: string | undefined, contentType: string | undefined): AudibleKind {
  const delivery = BY_DELIVERY[deliveryType?.toLowerCase() ?? ''];
  const content = BY_CONTENT[contentType?.toLowerCase() ?? ''];
  // A podcast that is delivered as one part is still no book.
  if (delivery === 'book') return content ?? delivery;
  return delivery ?? content ?? (deliveryType === undefined ? 'book' : 'other');
}
