import type { Channel } from '../../domain/notices/channel.ts';
import type { DestinationKey } from '../../domain/notices/destination.ts';
import { destinationOf } from '../../domain/notices/destination.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import type { UnitTree } from '../../domain/units/unit-tree.ts';
import type { Executor } from '../../db/database.ts';
import { findApplicantTelephone } from '../../db/repositories/applications.ts';
import { findCase } from '../../db/repositories/cases.ts';
import { findPerson } from '../../db/repositories/directory.ts';
import { findContacts } from '../../db/repositories/station-contacts.ts';
import { findWebhookEndpoint, secretsOf } from '../../db/repositories/webhook-endpoints.ts';
import type { Address } from './channels/channel.ts';

/** The address of a destination as it is now; undefined when it has none any more. */
export async function findAddress(
  executor: Executor,
  { channel, destination: key }: { readonly channel: Channel; readonly destination: DestinationKey },
  { tree, at }: { readonly tree: UnitTree; readonly at: Instant },
): Promise<Address | undefined> {
  const destination = destinationOf(key);
  switch (destination.kind) {
    case 'person': {
      const person = await findPerson(executor, destination.personId);
      if (person === undefined) return undefined;
      if (channel === 'sms') return { kind: 'telephone', telephone: person.telephone };
      return person.email === null ? undefined : { kind: 'mailbox', email: person.email };
    }
    case 'applicant': {
      const telephone = await findApplicantTelephone(executor, destination.caseNo);
      return telephone === undefined ? undefined : { kind: 'telephone', telephone };
    }
    case 'group': {
      const robotUrl = (await findContacts(executor, destination.unitCode))?.groupRobotUrl ?? null;
      return robotUrl === null ? undefined : { kind: 'group', robotUrl };
    }
    case 'duty': {
      const unit = tree.get(destination.unitCode);
      return unit?.level === 'station' ? { kind: 'telephone', telephone: unit.telephone } : undefined;
    }
    case 'endpoint': {
      const endpoint = await findWebhookEndpoint(executor, destination.endpointId);
      return endpoint && { kind: 'endpoint', url: endpoint.url, secrets: secretsOf(endpoint, at) };
    }
  }
}

/** The unit by whose policy a destination is written to; undefined for programs, and for who has left. */
export async function findUnitAt(executor: Executor, key: DestinationKey): Promise<UnitCode | undefined> {
  const destination = destinationOf(key);
  switch (destination.kind) {
    case 'person':
      return (await findPerson(executor, destination.personId))?.unitCode;
    case 'group':
    case 'duty':
      return destination.unitCode;
    case 'applicant':
      return (await findCase(executor, destination.caseNo))?.state.acceptingStation;
    case 'endpoint':
      return undefined;
  }
}
