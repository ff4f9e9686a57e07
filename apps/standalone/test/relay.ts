import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

/** A port that stays the same while the server behind it is stopped and started elsewhere. */
export class Relay {
  private readonly sockets = new Set<Socket>();
  private target: { host: string; port: number } | undefined;

  private constructor(private readonly server: Server) {}

  static async open(): Promise<Relay> {
    const server = createServer();
    const relay = new Relay(server);
    server.on('connection', (socket) => relay.join(socket));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return relay;
  }

  /** The address of whatever is behind the relay, by the relay's own port. */
  through(url: string): string {
    const address = new URL(url);
    this.target = { host: address.hostname, port: Number(address.port) };
    address.hostname = '127.0.0.1';
    address.port = String((this.server.address() as { port: number }).port);
    return address.href;
  }

  /** The server is gone: every connection breaks, and new ones find nobody. */
  cut(): void {
    this.target = undefined;
    for (const socket of this.sockets) socket.destroy();
    this.sockets.clear();
  }

  private join(socket: Socket): void {
    if (!this.target) return void socket.destroy();
    const other = connect(this.target);
    for (const [one, two] of [
      [socket, other],
      [other, socket],
    ] as const) {
      this.sockets.add(one);
      one.on('error', () => two.destroy());
      one.on('close', () => two.destroy());
      one.pipe(two);
    }
  }

  close(): void {
    this.cut();
    this.server.close();
  }
}
