import { everyLibrary } from './every-library.js';

describe('all libraries there are', () => {
  it('are the folders and then the servers, with where those lie unless their names say so', () => {
    const folders = [{ id: 'f', name: 'Comics', bookCount: 2 }];
    const servers = [
      { id: 's', name: 'Books on cloud.example', bookCount: 3, baseUrl: 'https://cloud.example/dav/Books/' },
      { id: 't', name: 'Attic', bookCount: 1, baseUrl: 'http://nas:5005/' },
    ];
    expect(everyLibrary(folders, servers)).toEqual([
      { id: 'f', name: 'Comics', bookCount: 2 },
      { id: 's', name: 'Books on cloud.example', bookCount: 3 },
      { id: 't', name: 'Attic', bookCount: 1, place: 'on nas:5005' },
    ]);
  });
});
