import { Inject, Injectable } from '@nestjs/common';
import type { Finding, KoboExamination } from '@octavo/contracts';
import { Database, type SharedGround, type User } from '@octavo/database';
import { DomainError } from '@octavo/domain';
import { CONFIG, type Config } from '@octavo/platform';
import { deviceFindings } from './device-findings/all.js';
import { observedOf } from './device-findings/observed.js';
import { addressFinding } from './findings/address.js';
import { identityFinding, loginFinding, redirectFinding } from './findings/arrival.js';
import { clockFinding, dateAhead } from './findings/clocks.js';
import { spoken } from './findings/finding.js';
import { forwardingFinding } from './findings/forwarding.js';
import { kepubFinding } from './findings/kepub.js';
import { bracketsFinding, headersFinding, methodsFinding, uploadFinding } from './findings/passage.js';
import { reachFinding } from './findings/reach.js';
import { tlsFinding } from './findings/tls.js';
import { cookieFinding, deviceHeadersFinding, downloadFinding } from './findings/untouched.js';
import { newNonce, proofFor } from './nonce.js';
import { walkTheWay, type Way } from './walk-the-way.js';

/** What the visitor's own request tells. */
export interface Visit {
  /** The address a device paired by this visitor would be given. */
  handedOut: string;
  /** Seconds by which the visitor's clock is ahead of ours, if it was told. */
  browserAheadSec?: number | undefined;
}

/** Longer than an examination takes; a gateway that dies under one does not keep the user from the next. */
const LEASE_SEC = 20;

/** Looks at everything that may keep a Kobo from syncing. */
@Injectable()
export class Examine {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
  ) {}

  /** Takes ten seconds at most. Throws 'doctor.busy' while another examination of the user's is under way. */
  async for(user: User, visit: Visit): Promise<KoboExamination> {
    const { doctor } = this.database;
    if (!(await doctor.begin(user.id, LEASE_SEC))) throw new DomainError('doctor.busy', undefined, { retryAfter: 10 });
    try {
      const now = new Date();
      const [server, devices] = await Promise.all([this.server(user, visit), this.devices(user, now)]);
      return { at: now.toISOString(), publicUrl: spoken(visit.handedOut), server, devices };
    } finally {
      await doctor.end(user.id);
    }
  }

  /**
   * Without PUBLIC_URL only our own listening address is asked: what the visitor's Host header says could be any machine
   * in our network.
   */
  private async server(user: User, { handedOut, browserAheadSec }: Visit): Promise<Finding[]> {
    const { PUBLIC_URL: publicUrl, publicUrlIsSet, HOST: listensOn, KEPUB_CONVERT } = this.config;
    const asked = Date.now();
    const ground = await this.database.doctor.ground();
    const halfway = (asked + Date.now()) / 2;
    const nonce = newNonce(ground.key, ground.now);
    const [way, readiness] = await Promise.all([
      walkTheWay(publicUrl, { nonce, proof: proofFor(nonce, ground.key) }),
      this.database.doctor.readiness(user.id),
    ]);
    return [
      addressFinding({ publicUrlIsSet, publicUrl, listensOn, handedOut }),
      ...wayFindings(way, publicUrl),
      ...(publicUrlIsSet ? [forwardingFinding(way.hello.echo, publicUrl)] : []),
      clockFinding({ ...clocksOf(ground, halfway, way), browser: browserAheadSec }),
      kepubFinding(readiness, KEPUB_CONVERT),
    ];
  }

  private async devices(user: User, now: Date): Promise<KoboExamination['devices']> {
    const rows = await this.database.devices.ofUser(user.id);
    const ids = rows.map(({ id }) => id);
    const [counts, untold] = await Promise.all([
      this.database.devices.deliveryCounts(ids),
      this.database.doctor.untold(ids),
    ]);
    return rows.map((row) => {
      const { granted, downloaded } = counts.get(row.id) ?? { granted: 0, downloaded: 0 };
      const known = { granted, downloaded, untold: untold.get(row.id) ?? { changes: 0, removals: 0 } };
      return { id: row.id, name: row.name, findings: deviceFindings({ ...observedOf(row), ...known }, now) };
    });
  }
}

function wayFindings(way: Way, publicUrl: string): Finding[] {
  const { hello, rest, tls12 } = way;
  return [
    reachFinding(hello.reply, spoken(publicUrl)),
    tlsFinding(hello.reply, tls12, publicUrl),
    redirectFinding(hello, publicUrl),
    loginFinding(hello, publicUrl),
    identityFinding(hello, publicUrl),
    bracketsFinding(rest),
    methodsFinding(rest),
    uploadFinding(rest),
    headersFinding(rest),
    deviceHeadersFinding(way),
    cookieFinding(way),
    downloadFinding(way),
  ];
}

function clocksOf({ now }: SharedGround, halfway: number, { hello: { reply, echo } }: Way) {
  const ours = reply.kind === 'answered' && echo ? reply : undefined;
  return { database: (now.getTime() - halfway) / 1000, proxy: ours && dateAhead(ours.headers.date, ours.at) };
}
