import { API_TOKEN_HEADER, EMPTY_API_TOKEN } from '@octavo/kobo';
import { check } from '../check.js';
import { equal, holds } from '../expectation.js';
import { jsonOf } from '../http-call.js';
import { field } from '../sync-items.js';

const PATH = '/v1/initialization';
const OWN = ['image_host', 'image_url_template', 'image_url_quality_template', 'library_sync'];
const TEMPLATES = ['image_url_template', 'image_url_quality_template'];
const TABLES = ['blackstone_header', 'free_books_page'];
const FEWEST_KEYS = 150;

const proxied = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'a.example', 'x-forwarded-port': '443' };

/** The map of addresses that a device takes from its server. */
export const INITIALIZATION = [
  check({
    id: 'initialization.shape',
    level: 'must',
    title: 'The map comes alone, with the API token of an empty object',
    async run({ device }) {
      const answer = await device.get(PATH);
      equal(Object.keys(jsonOf(answer, 'initialization') as object), ['Resources'], 'the keys of the answer');
      equal(answer.headers.get(API_TOKEN_HEADER), EMPTY_API_TOKEN, `the header ${API_TOKEN_HEADER}`);
    },
  }),
  check({
    id: 'initialization.addresses',
    level: 'must',
    title: 'Images and sync have absolute addresses under the public one, with their braces as they are',
    async run(kit) {
      const map = await kit.resources();
      for (const key of OWN) {
        holds(kit.owns(map[key]), `${key} under ${kit.origin}`, map[key]);
      }
      for (const key of TEMPLATES) {
        const placeholders = ['{ImageId}', '{Width}', '{Height}'].every((name) => String(map[key]).includes(name));
        holds(placeholders, `${key} with {ImageId}, {Width} and {Height}`, map[key]);
      }
    },
  }),
  check({
    id: 'initialization.whole',
    level: 'must',
    title: 'The map is a whole one: at least 150 keys, all text but two tables',
    async run(kit) {
      const map = await kit.resources();
      holds(Object.keys(map).length >= FEWEST_KEYS, `at least ${FEWEST_KEYS} keys`, Object.keys(map).length);
      const odd = Object.entries(map).filter(
        ([key, value]) => typeof value !== 'string' && (value === null || !TABLES.includes(key)),
      );
      equal(odd, [], 'the values that are neither text nor a known table');
    },
  }),
  check({
    id: 'initialization.port',
    level: 'must',
    title: 'Addresses keep their port although devices leave it out of the Host header',
    async run(kit) {
      const headers = { host: new URL(kit.base).hostname };
      const map = field(await kit.device.json(PATH, headers), 'Resources');
      for (const key of OWN) {
        const value = field(map, key);
        holds(kit.owns(value), `${key} under ${kit.origin}`, value);
      }
    },
  }),
  check({
    id: 'initialization.forwarded',
    level: 'must',
    title: 'Without an address of its own the server takes the one its proxy tells, without a port twice',
    needs: ['unconfigured'],
    async run(kit) {
      const map = field(await kit.at(kit.hands.unconfigured).json(PATH, proxied), 'Resources');
      for (const key of OWN) {
        const value = field(map, key);
        holds(/^https:\/\/a\.example(?:\/|$)/.test(String(value)), `${key} under https://a.example`, value);
      }
    },
  }),
  check({
    id: 'initialization.forged',
    level: 'should',
    title: 'Addresses do not follow a forwarded host that anybody could send',
    async run({ device }) {
      const { bytes } = await device.get(PATH, { ...proxied, 'x-forwarded-host': 'evil.example' });
      holds(!bytes.includes('evil.example'), 'no address at evil.example', 'one');
    },
  }),
];
