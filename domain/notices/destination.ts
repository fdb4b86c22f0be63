import type { CaseNo } from '../certificate/numbers.ts';
import type { PersonId } from '../directory/person.ts';
import { parsePersonId } from '../directory/person.ts';
import type { UnitCode } from '../units/unit.ts';
import { parseUnitCode } from '../units/unit.ts';

declare const endpointIdBrand: unique symbol;

/** Names a webhook endpoint. A lower-case uuid. */
export type EndpointId = string & { readonly [endpointIdBrand]: true };

/**
 * Who or what a notice goes to. The address itself is looked up when a message is sent: one that was corrected meanwhile
 * is right at the next try, and no address stands beside the notices.
 */
export type Destination =
  | { readonly kind: 'person'; readonly personId: PersonId }
  | { readonly kind: 'applicant'; readonly caseNo: CaseNo }
  | { readonly kind: 'group'; readonly unitCode: UnitCode }
  /** Whoever is on duty at a station. */
  | { readonly kind: 'duty'; readonly unitCode: UnitCode }
  | { readonly kind: 'endpoint'; readonly endpointId: EndpointId };

declare const destinationKeyBrand: unique symbol;

/** A destination in one text: `person/…`, `applicant/…`, `group/…`, `duty/…`, `endpoint/…`. */
export type DestinationKey = string & { readonly [destinationKeyBrand]: true };

export function destinationKeyOf(destination: Destination): DestinationKey {
  return `${destination.kind}/${idOf(destination)}` as DestinationKey;
}

function idOf(destination: Destination): string {
  switch (destination.kind) {
    case 'person':
      return destination.personId;
    case 'applicant':
      return destination.caseNo;
    case 'group':
    case 'duty':
      return destination.unitCode;
    case 'endpoint':
      return destination.endpointId;
  }
}

/** Whether a key is an applicant's: all others are members of staff, their groups, or programs. */
export function isApplicantKey(key: DestinationKey): boolean {
  return key.startsWith('applicant/');
}

/** The destination of a key that {@link destinationKeyOf} made. */
export function destinationOf(key: DestinationKey): Destination {
  const [kind, id = ''] = key.split('/');
  switch (kind) {
    case 'person':
      return { kind, personId: parsePersonId(id) };
    case 'applicant':
      return { kind, caseNo: id as CaseNo };
    case 'group':
    case 'duty':
      return { kind, unitCode: parseUnitCode(id) };
    case 'endpoint':
      return { kind, endpointId: id as EndpointId };
    default:
      throw new RangeError(`not the key of a destination: ${key}`);
  }
}
