import manifest from '../package.json' with { type: 'json' };
import { runCli } from './run-cli.ts';

// `os2bridge runs | head`: the reader has seen enough, and that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

const exitCode = await runCli(process.argv.slice(2), process, manifest.version);
// Waits until stdout has taken everything, then leaves, whatever a library still holds open.
process.stdout.write('', () => process.exit(exitCode));
