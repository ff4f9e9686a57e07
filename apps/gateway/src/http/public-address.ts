import type { Config } from '@octavo/platform';
import type { FastifyRequest } from 'fastify';
import { BlockList } from 'node:net';

/** How a request reached us, as plain data: what the address of this house can be told from. */
export interface Reached {
  /** The other end of the connection. */
  peer: string | undefined;
  /** The port we were reached on. */
  port: number | undefined;
  /** True where the connection itself is TLS. */
  encrypted: boolean;
  host: string | undefined;
  /** The X-Forwarded headers, and whether anything else says that a proxy stands between. */
  forwarded: Partial<Record<'proto' | 'host' | 'port' | 'prefix', string>>;
  viaProxy: boolean;
}

/** Loopback, link-local and unique-local: the peers whose word Fastify's trustProxy takes, too. */
const TRUSTED = new BlockList();
for (const [net, bits] of [
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  TRUSTED.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [
  ['::1', 128],
  ['fe80::', 10],
  ['fc00::', 7],
] as const)
  TRUSTED.addSubnet(net, bits, 'ipv6');

const DEFAULT_PORT = { http: 80, https: 443 };
const HOST = /^(\[[0-9a-f:.]{2,45}\]|[a-z0-9_](?:[a-z0-9_.-]{0,252}))(?::(\d{1,5}))?$/i;
const PREFIX = /^(?:\/(?!\.{1,2}(?:\/|$))[\w.~-]{1,100}){0,10}\/?$/;

/**
 * The address that absolute URLs start with, without a slash at the end: `configured` where somebody set it, else what
 * a trusted proxy says the client asked for, else the Host header. A Kobo leaves the port out of Host, so a request that
 * came directly and names none was for the port we listen on. `fallback` where these headers hold what no client means.
 */
export function publicAddress(configured: string | undefined, reached: Reached, fallback: string): string {
  if (configured !== undefined) return configured;
  const { peer, host } = reached;
  const trusted = peer !== undefined && isTrusted(peer);
  const forwarded = trusted ? reached.forwarded : {};
  const behindProxy = trusted && (reached.viaProxy || Object.values(forwarded).some((text) => text !== undefined));
  const scheme = schemeFrom(forwarded.proto, reached.encrypted);
  const named = HOST.exec(first(forwarded.host) ?? host ?? '');
  const prefix = first(forwarded.prefix) ?? '';
  if (!scheme || !named || !PREFIX.test(prefix)) return fallback;
  const [, name = '', written] = named;
  const port = written ?? (behindProxy ? first(forwarded.port) : reached.port?.toString());
  if (port !== undefined && !isPort(port)) return fallback;
  const shown = port === undefined || Number(port) === DEFAULT_PORT[scheme] ? '' : `:${Number(port)}`;
  const address = `${scheme}://${name.toLowerCase()}${shown}`;
  return URL.canParse(address) ? address + prefix.replace(/\/+$/, '') : fallback;
}

/** True for an address whose forwarding headers are believed. */
export function isTrusted(address: string): boolean {
  const plain = address.replace(/%.*$/, '');
  return TRUSTED.check(plain, plain.includes(':') ? 'ipv6' : 'ipv4');
}

/** What of a request tells its address. */
export function reachedBy({ headers, socket }: Pick<FastifyRequest, 'headers' | 'socket'>): Reached {
  const text = (name: string) => headers[name]?.toString();
  return {
    peer: socket.remoteAddress,
    port: socket.localPort,
    encrypted: 'encrypted' in socket && socket.encrypted === true,
    host: headers.host,
    forwarded: Object.fromEntries(
      (['proto', 'host', 'port', 'prefix'] as const).flatMap((part) => {
        const said = text(`x-forwarded-${part}`);
        return said === undefined ? [] : [[part, said]];
      }),
    ),
    viaProxy: ['x-forwarded-for', 'x-real-ip', 'forwarded', 'via'].some((name) => text(name) !== undefined),
  };
}

/** The address that this request's answer has to start its absolute URLs with. */
export function publicAddressOf(request: FastifyRequest, config: Config): string {
  const { PUBLIC_URL, publicUrlIsSet } = config;
  return publicAddress(publicUrlIsSet ? PUBLIC_URL : undefined, reachedBy(request), PUBLIC_URL);
}

/** Each proxy adds to the end of a list, so the first entry is what the client asked for. */
const first = (list: string | undefined) => list?.split(',')[0]?.trim() || undefined;

function schemeFrom(proto: string | undefined, encrypted: boolean): 'http' | 'https' | undefined {
  const scheme = first(proto)?.toLowerCase() ?? (encrypted ? 'https' : 'http');
  return scheme === 'http' || scheme === 'https' ? scheme : undefined;
}

const isPort = (text: string) => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65535;
