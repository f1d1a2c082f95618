import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** One process of the built server, which can be killed and started again on the same port. */
export class ServerProcess {
  port = 0;
  readonly #args: readonly string[];
  readonly #env: NodeJS.ProcessEnv;
  #child: ChildProcess | null = null;
  /** The last lines it wrote to its error output. */
  readonly complaints: string[] = [];

  constructor(env: NodeJS.ProcessEnv, args: readonly string[] = []) {
    this.#env = { ...process.env, ...env };
    this.#args = args;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get running(): boolean {
    return this.#child !== null;
  }

  /** Returns when it answers. @throws Error when it ends before that */
  async start(): Promise<void> {
    const command = ['dist/server/ghiseu.js', 'serve', '--port', String(this.port), ...this.#args];
    const child = spawn(process.execPath, command, { env: this.#env, stdio: ['ignore', 'pipe', 'pipe'] });
    this.#child = child;
    child.once('exit', () => {
      if (this.#child === child) this.#child = null;
    });
    this.#listen(child);
    const lines = createInterface({ input: child.stdout });
    const [line] = (await Promise.race([
      once(lines, 'line'),
      once(child, 'exit').then(() =>
        Promise.reject(new Error(`The server ended before it answered:\n${this.complaints.join('\n')}`)),
      ),
    ])) as [string];
    this.port = Number(new URL(line.slice(line.indexOf('http'))).port);
    child.stdout.resume();
  }

  /** kill -9. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** SIGTERM, as an administrator ends it. */
  async stop(): Promise<void> {
    await this.#end('SIGTERM');
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    if (!child) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  }

  #listen(child: ChildProcess): void {
    if (!child.stderr) return;
    createInterface({ input: child.stderr }).on('line', (line) => {
      this.complaints.push(line);
      if (this.complaints.length > 30) this.complaints.shift();
    });
  }
}
