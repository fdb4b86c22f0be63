import { constants } from 'node:os';

const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** The shell's convention for a program that a signal has ended. */
const signalExitBase = 128;

/**
 * Runs `stop` on the first of SIGINT, SIGTERM and SIGHUP (a closed terminal) and then ends the process. Gives a
 * function that takes this back.
 */
export function onStopSignal(stop: () => Promise<void>): () => void {
  let isStopping = false;
  const handle = (signal: NodeJS.Signals) => {
    if (isStopping) return;
    isStopping = true;
    const exit = () => process.exit(signalExitBase + constants.signals[signal]);
    stop().then(exit, exit);
  };
  for (const signal of stopSignals) process.on(signal, handle);
  return () => {
    for (const signal of stopSignals) process.off(signal, handle);
  };
}
