import { loadConfig } from '../platform/config.ts';

/** Health check of the API's container: exit code 0 when it answers that it is ready. */
const { port } = loadConfig().api;
const answer = await fetch(`http://127.0.0.1:${port}/v1/ready`);
process.exitCode = answer.ok ? 0 : 1;
