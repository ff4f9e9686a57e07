/**
 * Under which names the three families of tags keep what a book has, the best first: MP4 atoms, ID3 frames, then the
 * free names of all three (see Tags). Where taggers never agreed, each custom that is in wide use is listed.
 */
export const TAG_NAMES = {
  title: ['©nam', 'TIT2', 'TITLE'],
  album: ['©alb', 'TALB', 'ALBUM'],
  subtitle: ['TIT3', 'SUBTITLE'],
  albumArtist: ['aART', 'TPE2', 'ALBUMARTIST', 'ALBUM-ARTIST'],
  artist: ['©ART', 'TPE1', 'ARTIST'],
  narrator: ['©nrt', 'NARRATOR', 'NARRATEDBY'],
  composer: ['©wrt', 'TCOM', 'COMPOSER'],
  series: ['SERIES'],
  seriesPart: ['SERIES-PART', 'SERIESPART', 'SERIES-INDEX'],
  show: ['tvsh', 'SHOW'],
  episode: ['tven', 'EPISODE-ID'],
  movement: ['©mvn', 'MVNM', 'MOVEMENTNAME'],
  movementNumber: ['©mvi', 'MVIN', 'MOVEMENT'],
  grouping: ['©grp', 'GRP1', 'TIT1', 'GROUPING'],
  description: ['ldes', 'desc', 'TDES', 'DESCRIPTION', 'SYNOPSIS'],
  comment: ['©cmt', 'COMM', 'COMMENT'],
  publisher: ['©pub', 'TPUB', 'PUBLISHER'],
  date: ['©day', 'rldt', 'TDRC', 'TYER', 'TDRL', 'TDOR', 'TORY', 'DATE', 'YEAR'],
  genre: ['©gen', 'TCON', 'GENRE'],
  language: ['TLAN', 'LANGUAGE'],
  asin: ['ASIN', 'AUDIBLE-ASIN', 'CDEK', 'prID'],
  isbn: ['ISBN'],
  abridged: ['ABRIDGED'],
  track: ['trkn', 'TRCK', 'TRACKNUMBER', 'TRACK'],
  trackTotal: ['TRACKTOTAL', 'TOTALTRACKS'],
  disc: ['disk', 'TPOS', 'DISCNUMBER', 'DISC'],
} as const;
