import type { DirectoryPerson } from './person.ts';

/** Whether short messages can reach a telephone number: a mainland mobile number. */
export function isMobileNumber(telephone: string): boolean {
  return /^(\+?86)?1[3-9]\d{9}$/.test(telephone.replace(/[ -]/g, ''));
}

/** Whether anything but the inbox reaches somebody: e-mail, or short messages. */
export function isReachable({ email, telephone }: Pick<DirectoryPerson, 'email' | 'telephone'>): boolean {
  return email !== null || isMobileNumber(telephone);
}
