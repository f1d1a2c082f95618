import { once } from 'node:events';
import { type AddressInfo, createServer, connect as dial, type Server, type Socket } from 'node:net';

/**
 * A TCP relay on a port that stays: behind it the living one of several ports is found for each connection. It is the list
 * of addresses of a real installation's load balancer, and a cable that can be pulled.
 */
export class Relay {
  readonly #targets: () => readonly number[];
  readonly #server: Server;
  readonly #open = new Set<Socket>();
  #plugged = true;
  #turn = 0;

  private constructor(targets: () => readonly number[]) {
    this.#targets = targets;
    this.#server = createServer((socket) => this.#carry(socket));
  }

  /** @param targets the ports to try, asked for with each connection */
  static async begin(targets: () => readonly number[]): Promise<Relay> {
    const relay = new Relay(targets);
    relay.#server.listen(0, '127.0.0.1');
    await once(relay.#server, 'listening');
    return relay;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Pulls the cable: open connections break, new ones are refused. */
  unplug(): void {
    this.#plugged = false;
    for (const socket of this.#open) socket.destroy();
  }

  plug(): void {
    this.#plugged = true;
  }

  async end(): Promise<void> {
    this.unplug();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #carry(socket: Socket): void {
    if (!this.#plugged) return void socket.destroy();
    this.#keep(socket);
    const targets = this.#targets();
    this.#turn += 1;
    const inTurn = targets.map((_, place) => targets[(place + this.#turn) % targets.length] as number);
    this.#tryEach(socket, inTurn);
  }

  #tryEach(socket: Socket, [port, ...others]: readonly number[]): void {
    if (port === undefined || socket.destroyed) return void socket.destroy();
    const upstream = dial(port, '127.0.0.1');
    upstream.once('error', () => {
      if (upstream.bytesRead === 0 && upstream.bytesWritten === 0) this.#tryEach(socket, others);
    });
    upstream.once('connect', () => {
      this.#keep(upstream);
      socket.pipe(upstream).pipe(socket);
      socket.once('close', () => upstream.destroy());
      upstream.once('close', () => socket.destroy());
    });
  }

  #keep(socket: Socket): void {
    this.#open.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('close', () => this.#open.delete(socket));
  }
}
