import { run } from './commands/program';

// a console that was closed takes no words any more: that alone ends no server
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

process.exitCode = await run(process.argv);
