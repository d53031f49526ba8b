import { startPostgres } from './start-postgres.ts';

// Runs one PostgreSQL server until its standard input ends, which it also does when the test run is killed.
const server = await startPostgres();
const stop = (): void => void server.close().then(() => process.exit());
process.stdin.resume();
process.stdin.once('end', stop);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop);
process.stdout.write(`${server.url}\n`);
