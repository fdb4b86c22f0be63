import type fc from 'fast-check';
import type { Base } from './base-requests.ts';
import type { Input } from './message.ts';

/** Spoils a request in one way; which of its many forms is a matter of the seed. Undefined where it makes no sense. */
export type Malice = (base: Base) => fc.Arbitrary<Input> | undefined;
