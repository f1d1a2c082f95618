import { lookup } from 'node:dns/promises';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { OperatorProblem, systemCodeOf } from '../operator-problem';

export interface Address {
  host: string;
  port: number;
}

/** Finds out before the long work whether the port is free. @throws OperatorProblem when it is not */
export async function checkPort({ host, port }: Address): Promise<void> {
  try {
    const addresses = await lookup(host, { all: true }); // localhost is two
    for (const { address } of addresses) await tryPort(address, port);
  } catch (error) {
    throw listenProblem({ host, port }, error) ?? error;
  }
}

async function tryPort(address: string, port: number): Promise<void> {
  const server = createServer().listen(port, address);
  await once(server, 'listening');
  server.close();
  await once(server, 'close');
}

/** The sentence for an address that cannot be listened on, or null when `error` is something else. */
export function listenProblem({ host, port }: Address, error: unknown): OperatorProblem | null {
  switch (systemCodeOf(error)) {
    case 'EADDRINUSE':
      return new OperatorProblem(
        `Port ${port} is in use by another program. Stop that one, or choose another port with --port (0 takes a free one).`,
        error,
      );
    case 'EACCES':
      return new OperatorProblem(
        `This user may not listen on port ${port}. Choose one above 1023 with --port.`,
        error,
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new OperatorProblem(
        `${host} is no address of this machine. Name one of its own with --host.`,
        error,
      );
    default:
      return null;
  }
}
