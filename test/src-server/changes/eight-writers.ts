import type { Pool, PoolClient } from 'pg';
import { expect } from 'vitest';
import { soon } from '../../support/soon';
import type { Log } from './logs';

const often = { ...soon, interval: 5 };

/**
 * Writers, each in a transaction of its own. Who has drawn a number holds the transaction open until it is told to
 * commit: the last one first. A log that gives out one number at a time leaves no choice of whom.
 */
class Writers {
  open = 0;
  readonly #numbered: PoolClient[] = []; // in the order of their numbers
  readonly #log: Log;
  readonly #pool: Pool;

  constructor(log: Log, pool: Pool) {
    this.#log = log;
    this.#pool = pool;
  }

  async begin(id: string): Promise<void> {
    const client = await this.#pool.connect();
    await client.query('begin');
    await client.query('set local lock_timeout = 0'); // it waits for as long as the others are told to hold on
    this.open++;
    void this.#log.record(client, id).then(() => this.#numbered.push(client));
    await this.#stand();
  }

  async commitLast(): Promise<void> {
    const client = this.#numbered.pop();
    await client?.query('commit');
    client?.release();
    this.open--;
    if (this.open > 0) await this.#stand();
  }

  /** Every writer has its number or waits for the commit of one that has. */
  async #stand(): Promise<void> {
    const standing = async () => [(await this.#waiting()) + this.#numbered.length, this.#numbered.length > 0];
    await expect.poll(standing, often).toEqual([this.open, true]);
  }

  async #waiting(): Promise<number> {
    const { rows } = await this.#pool.query(
      `select count(*)::int as waiting from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock'`,
    );
    return rows[0].waiting;
  }
}

/**
 * Forty writers, eight at a time, and one reader that goes on from where it was, before and after each commit. Gives
 * what the reader never saw.
 */
export async function missedAmongEight(log: Log, pool: Pool): Promise<string[]> {
  const written = Array.from({ length: 40 }, (_, n) => `w${n}`);
  const writers = new Writers(log, pool);
  const seen = new Set<string>();
  let place = await log.end(pool);
  const read = async () => {
    const { ids, end } = await log.read(pool, place);
    for (const id of ids) seen.add(id);
    place = end;
  };
  const commitOne = async () => {
    await read();
    await writers.commitLast();
    await read();
  };
  for (const id of written) {
    if (writers.open === 8) await commitOne();
    await writers.begin(id);
  }
  while (writers.open > 0) await commitOne();
  return written.filter((id) => !seen.has(id));
}
