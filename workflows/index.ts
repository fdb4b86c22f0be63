export { caseWorkflow } from './case.ts';
export { sweepWorkflow } from './sweep.ts';
