import { startPostgres } from '../../../src-server/postgres/start-postgres';

/** A Node that starts PostgreSQL in the folder named by its argument and is killed before it can stop it. */
startPostgres(process.argv[2] ?? '').then(
  ({ databaseUrl }) => process.stdout.write(databaseUrl, () => process.kill(process.pid, 'SIGKILL')),
  (error) => process.stderr.write(String(error)),
);
