import { readFileSync } from 'node:fs';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js';

/** From the acceptance to the collection: event 15 hands the dossier over, 57 starts the last timer. */
export const collectedCase = historyFromJSON(
  JSON.parse(readFileSync(new URL('history.json', import.meta.url), 'utf8')),
);
