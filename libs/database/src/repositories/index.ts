import type { Client } from '../client.js';
import { ArrivalsRepository } from './arrivals.repository.js';
import { BooksRepository } from './books.repository.js';
import { CoversRepository } from './covers.repository.js';
import { DevicesRepository } from './devices.repository.js';
import { EntitlementsRepository } from './entitlements.repository.js';
import { FilesRepository } from './files.repository.js';
import { JobRunsRepository } from './job-runs.repository.js';
import { LibrariesRepository } from './libraries.repository.js';
import { ListingsRepository } from './listings.repository.js';
import { NewBooksRepository } from './new-books.repository.js';
import { PlacesRepository } from './places.repository.js';
import { ReadingStatesRepository } from './reading-states.repository.js';
import { ScansRepository } from './scans.repository.js';
import { SessionsRepository } from './sessions.repository.js';
import { SettingsRepository } from './settings.repository.js';
import { SidecarsRepository } from './sidecars.repository.js';
import { SignInFailuresRepository } from './sign-in-failures.repository.js';
import { UsersRepository } from './users.repository.js';

/** All repositories over one client: the whole database, or one transaction of it. */
export class Repositories {
  readonly arrivals: ArrivalsRepository;
  readonly books: BooksRepository;
  readonly covers: CoversRepository;
  readonly devices: DevicesRepository;
  readonly entitlements: EntitlementsRepository;
  readonly files: FilesRepository;
  readonly jobRuns: JobRunsRepository;
  readonly libraries: LibrariesRepository;
  readonly listings: ListingsRepository;
  readonly newBooks: NewBooksRepository;
  readonly places: PlacesRepository;
  readonly readingStates: ReadingStatesRepository;
  readonly scans: ScansRepository;
  readonly sessions: SessionsRepository;
  readonly settings: SettingsRepository;
  readonly sidecars: SidecarsRepository;
  readonly signInFailures: SignInFailuresRepository;
  readonly users: UsersRepository;

  constructor(client: Client) {
    this.arrivals = new ArrivalsRepository(client);
    this.books = new BooksRepository(client);
    this.covers = new CoversRepository(client);
    this.devices = new DevicesRepository(client);
    this.entitlements = new EntitlementsRepository(client);
    this.files = new FilesRepository(client);
    this.jobRuns = new JobRunsRepository(client);
    this.libraries = new LibrariesRepository(client);
    this.listings = new ListingsRepository(client);
    this.newBooks = new NewBooksRepository(client);
    this.places = new PlacesRepository(client);
    this.readingStates = new ReadingStatesRepository(client);
    this.scans = new ScansRepository(client);
    this.sessions = new SessionsRepository(client);
    this.settings = new SettingsRepository(client);
    this.sidecars = new SidecarsRepository(client);
    this.signInFailures = new SignInFailuresRepository(client);
    this.users = new UsersRepository(client);
  }
}
