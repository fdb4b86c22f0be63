import type { PersonalChannel } from '../notices/channel.ts';
import type { DirectoryPerson } from './person.ts';

type Addresses = Pick<DirectoryPerson, 'email' | 'telephone'>;

/** Whether short messages can reach a telephone number: a mainland mobile number. */
export function isMobileNumber(telephone: string): boolean {
  return /^(\+?86)?1[3-9]\d{9}$/.test(telephone.replace(/[ -]/g, ''));
}

/** Whether the directory has an address of somebody for a channel. */
export function hasAddressFor(channel: PersonalChannel, { email, telephone }: Addresses): boolean {
  switch (channel) {
    case 'email':
      return email !== null;
    case 'sms':
      return isMobileNumber(telephone);
  }
}

/**
 * Whether one of the channels that are open leads to somebody. Where none is, the inbox is the only way to anybody: whoever
 * is above him is reached no better, so nobody counts as out of reach.
 */
export function isReachable(person: Addresses, open: ReadonlySet<PersonalChannel>): boolean {
  return open.size === 0 || [...open].some((channel) => hasAddressFor(channel, person));
}
