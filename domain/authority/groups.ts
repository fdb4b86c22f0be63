import { acceptingRoles, rolesOf } from '../case/acts.ts';
import { maintainerRoles } from '../directory/maintainers.ts';
import { actOfPurpose } from '../register/query.ts';
import type { Role } from '../roles.ts';
import { roles, supervisorRoles } from '../roles.ts';
import { unitKeeperRoles } from '../units/unit-keepers.ts';

/** Who works with what stands in a dossier [§8]: supervisors see it masked, administrators not at all. */
export const dossierRoles: readonly Role[] = [
  'window_officer',
  'liaison_officer',
  'station_leader',
  'api_client',
];

/** Who sees cases: whoever handles them, and whoever supervises that. */
export const caseReaders: readonly Role[] = [...dossierRoles, ...supervisorRoles];

/** Who sees how cases go, in codes and instants: whoever runs the system, too. */
export const courseReaders: readonly Role[] = [...caseReaders, 'system_administrator'];

/** Everybody but an auxiliary, who drafts and does nothing else [§8]. */
export const staff: readonly Role[] = roles.filter((role) => role !== 'auxiliary');

/** Whoever works at a counter, and the supervisors above it. */
export const counterReaders: readonly Role[] = [...acceptingRoles, ...supervisorRoles];

/** Who gets the notice of a rejection with the name in it: the counter, and the county, which has its copy [§7]. */
export const noticeReaders: readonly Role[] = [...acceptingRoles, 'county_supervisor'];

/** Whoever does an act of which the population register is asked first. */
export const registerAskers: readonly Role[] = [...new Set(Object.values(actOfPurpose).flatMap(rolesOf))];

/** Who keeps one of the directory's tables; which one says the table (`api/routes/directory-files.ts`). */
export const directoryKeepers: readonly Role[] = [...new Set([...maintainerRoles, ...unitKeeperRoles])];

/** Who answers for what is kept and what is not; whoever handles cases has no say in it (三员分立). */
export const recordKeepers: readonly Role[] = ['security_administrator', 'auditor'];
