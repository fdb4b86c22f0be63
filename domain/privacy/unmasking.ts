import type { Application } from '../application/application.ts';

/** What of an applicant is shown masked and can be unmasked for a reason [§8]. */
export const unmaskableFields = ['name', 'idNumber', 'telephone', 'residenceAddress'] as const;

export type UnmaskableField = (typeof unmaskableFields)[number];

/** The fields that were asked for, in full. */
export function unmasked(
  { applicant }: Pick<Application, 'applicant'>,
  fields: readonly UnmaskableField[],
): Partial<Record<UnmaskableField, string>> {
  return Object.fromEntries(fields.map((field) => [field, applicant[field]]));
}
