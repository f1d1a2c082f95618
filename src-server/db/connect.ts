import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import { Pool } from 'pg';
import { announcer } from '../changes/announce';
import { type Retry, tellOfRetries } from './transaction';

export type Db = NodePgDatabase;

/** A transaction under way. Functions that are only right inside one ask for this type. */
export type Transaction = Parameters<Parameters<Db['transaction']>[0]>[0];

/** Where a query may run: inside a transaction or on its own. */
export type Queryable = Db | Transaction;

/** One PostgreSQL as the server holds it. */
export interface Database {
  url: string;
  pool: Pool;
  db: Db;
  /** Tells every server process that something was committed. Call it after commit, never inside a transaction. */
  announce(): void;
  close(): Promise<void>;
}

export interface ConnectOptions {
  /** How long one statement may run before PostgreSQL ends it, in ms; an import needs more than a request. */
  statementTimeoutMs?: number;
  connections?: number;
  /** Told of idle connections that broke; without it they are left to the next query to find. */
  onError?: (error: Error) => void;
  /** Told of transactions that are tried again. */
  onRetry?: (retry: Retry) => void;
}

const connectTimeoutMs = 5_000;

/**
 * How long anything waits for a row that another transaction holds, in ms: some rows of a batch may wait that long, and
 * the answer still comes before a device gives up on its request (30 s).
 */
const lockTimeoutMs = 5_000;

/**
 * Transactions whose connection comes back to the pool however they end: drizzle's own keeps one for ever whose `begin`
 * fails, and ten of them are all there are.
 */
const keepingNoClient =
  (pool: Pool): Db['transaction'] =>
  async (work, setting) => {
    const client = await pool.connect();
    try {
      return await drizzle(client).transaction(work, setting);
    } finally {
      client.release();
    }
  };

/** Opens a pool on a PostgreSQL. Connects when first used; a query rejects when it cannot be reached in 5 s. */
export function connect(url: string, options: ConnectOptions = {}): Database {
  const { statementTimeoutMs = 30_000, connections = 10, onError = () => undefined, onRetry } = options;
  const pool = new Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: connectTimeoutMs,
    statement_timeout: statementTimeoutMs,
    lock_timeout: Math.min(statementTimeoutMs, lockTimeoutMs),
    idle_in_transaction_session_timeout: 60_000,
    application_name: 'ghiseu',
    keepAlive: true, // notices a PostgreSQL whose machine is gone
    keepAliveInitialDelayMillis: 10_000, // the system's own are two hours
  });
  // Without a listener a PostgreSQL that restarts would end this process: the pool speaks for idle clients only.
  pool.on('error', onError);
  pool.on('connect', (client) => client.on('error', onError));
  const { announce, close } = announcer(url, onError);
  const db: Db = drizzle(pool);
  db.transaction = keepingNoClient(pool);
  if (onRetry) tellOfRetries(db, onRetry);
  return {
    url,
    pool,
    db,
    announce,
    close: async () => {
      await close();
      await pool.end();
    },
  };
}
