import { debuglog } from 'node:util';

const debug = debuglog('tongban');

/**
 * Runs a program to its end: an error becomes its sentence and exit code 1. The stack would tell a user nothing; a
 * developer gets it with `NODE_DEBUG=tongban`.
 */
export async function runCommand(program: () => Promise<void>): Promise<void> {
  try {
    await program();
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    debug('%O', error);
    // Native code of a part that failed half-way would keep the process; what was started has been stopped.
    process.exit(1);
  }
}
