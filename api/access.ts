import { dossierRoles } from '../domain/authority/groups.ts';
import type { Act, Side } from '../domain/case/acts.ts';
import { acceptingRoles, acts, actTable, rolesAddingPapers, rolesOf } from '../domain/case/acts.ts';
import { openComplaints } from '../domain/case/complaints.ts';
import { findObstacle } from '../domain/case/allowed-acts.ts';
import { findOpenFurtherVerification, furtherStationsOf } from '../domain/case/further-verification.ts';
import type { Rejection } from '../domain/case/rejection.ts';
import type { CaseState } from '../domain/case/state.ts';
import { stationsOwingReply } from '../domain/case/state.ts';
import { workplacesOf } from '../domain/directory/mergers.ts';
import type { RungKey } from '../domain/escalation/rung.ts';
import type { Role } from '../domain/roles.ts';
import { isSupervisor } from '../domain/roles.ts';
import type { Instant } from '../domain/time/instant.ts';
import type { UnitCode } from '../domain/units/unit.ts';
import type { UnitTree } from '../domain/units/unit-tree.ts';
import { isWithin } from '../domain/units/unit-tree.ts';
import type { ActBody } from './acts/bodies.ts';
import type { Caller } from './authentication.ts';
import { Problem, problemOfRejection } from './problems.ts';

type Stations = Pick<CaseState, 'acceptingStation' | 'homeStation' | 'furtherVerifications'>;

const stationsOf = {
  accepting: ({ acceptingStation }) => [acceptingStation],
  home: ({ homeStation }) => [homeStation],
  further: (stations) => {
    const asking = findOpenFurtherVerification(stations);
    return asking === undefined ? [] : [asking.station];
  },
  any: (stations) => [stations.acceptingStation, stations.homeStation, ...furtherStationsOf(stations)],
} as const satisfies Record<Side, (stations: Stations) => readonly UnitCode[]>;

/** Whether the caller handles the case at one of its stations and so sees personal data in full [§8]. */
export function handlesCase(caller: Caller, stations: Stations): boolean {
  return (
    worksAt(caller, stationsOf.any(stations)) && caller.roles.some((role) => dossierRoles.includes(role))
  );
}

/** Whether the caller accepts and rejects at a station, or at the one that does its work now. */
export function worksAtCounter(caller: Caller, station: UnitCode): boolean {
  return worksAt(caller, [station]) && caller.roles.some((role) => acceptingRoles.includes(role));
}

/** Whether the caller's own station does the work of one of some. */
function worksAt({ unitCode, mergers }: Caller, stations: readonly UnitCode[]): boolean {
  return workplacesOf(stations, mergers).includes(unitCode);
}

/** Whether the caller reads the reply to an escalation: it is written by officers for those above them. */
export function readsReplies(caller: Caller, stations: Stations): boolean {
  return caller.roles.some(isSupervisor) || handlesCase(caller, stations);
}

/** As what a supervisor reads in full what he is shown masked. @throws {Error} for anybody else, whom the table of authority keeps out. */
export function supervisingRoleOf({ roles }: Caller): Role {
  const role = roles.find(isSupervisor);
  if (role === undefined) throw new Error('a supervisor reads what is masked');
  return role;
}

/** Papers are personal data as a whole. @throws {Problem} for whoever does not handle the case. */
export function requireHandling(caller: Caller, stations: Stations): void {
  if (!handlesCase(caller, stations)) throw new Problem('unit_not_allowed');
}

/**
 * Who decides about a case beside those who handle it: administrators and keepers of its two stations, and above. A further
 * station that was asked, or whoever a complaint is addressed to, lets the units above it see the case and no more.
 * @throws {Problem} 403
 */
export function requireSideOfCase(
  { unitCode, mergers }: Caller,
  { acceptingStation, homeStation }: Pick<CaseState, 'acceptingStation' | 'homeStation'>,
  tree: UnitTree,
): void {
  const sides = workplacesOf([acceptingStation, homeStation], mergers);
  if (!sides.some((station) => isWithin(tree, station, unitCode))) throw new Problem('unit_not_allowed');
}

/** Files hold personal data, which retention clears for everybody. @throws {Problem} 404 once it has. */
export function requireKeptFiles({ anonymisedAt }: { readonly anonymisedAt: Instant | null }): void {
  if (anonymisedAt !== null) throw new Problem('personal_data_removed');
}

/** The escalation or complaint that an act answers; null for any. */
export interface ActSubject {
  readonly rungKey: RungKey | null;
  readonly complaint: number | null;
}

const anySubject: ActSubject = { rungKey: null, complaint: null };

/** What an act answers. */
export function subjectOf(act: ActBody): ActSubject {
  return {
    rungKey: act.act === 'reply' ? (act.body.rungKey as RungKey) : null,
    complaint: act.act === 'answer_complaint' ? act.body.complaint : null,
  };
}

/** A case as somebody finds it at an instant. */
export interface ActingOn {
  readonly state: CaseState;
  readonly tree: UnitTree;
  readonly now: Instant;
}

/** What the caller may do to the case now, at his own station or, as a supervisor, at one below him. */
export function allowedActsOf(caller: Caller, acting: ActingOn): Act[] {
  const { state, now } = acting;
  return acts.filter((act) =>
    caller.roles.some(
      (role) =>
        isPlaced(caller, role, placesOf(act, state, anySubject), acting) &&
        findObstacle(state, act, { role, now }) === null,
    ),
  );
}

/** Whether the caller may add papers to the case as it is now. */
export function mayAddPapers(caller: Caller, state: CaseState): boolean {
  return (
    worksAt(caller, stationsOf.accepting(state)) &&
    caller.roles.some((role) => rolesAddingPapers(state.status).includes(role))
  );
}

/** @throws {Problem} that says why the caller may not add papers: his unit, or the status. */
export function requireAddingPapers(caller: Caller, acting: ActingOn): void {
  const { state } = acting;
  if (mayAddPapers(caller, state)) return;
  if (!worksAt(caller, stationsOf.accepting(state))) throw new Problem('unit_not_allowed');
  throw new Problem('papers_no_longer_taken', {
    currentStatus: state.status,
    allowed: allowedActsOf(caller, acting),
  });
}

/**
 * The units at which an act is done: what a 督办 demanded is replied to where it is owed, a complaint answered by whom it
 * is addressed to, and by nobody else [§6].
 */
function placesOf(act: Act, state: CaseState, about: ActSubject): readonly UnitCode[] {
  const waiting = unitsWaitedFor(act, state, about);
  return waiting.length > 0 ? waiting : stationsOf[actTable[act].side](state);
}

function unitsWaitedFor(act: Act, state: CaseState, { rungKey, complaint }: ActSubject): readonly UnitCode[] {
  if (act === 'reply') return stationsOwingReply(state, rungKey);
  if (act !== 'answer_complaint') return [];
  return openComplaints(state, complaint).map(({ addressee }) => addressee.unitCode);
}

/** Officers act at their own station, supervisors from any unit above it; a merged one is where its work went, too. */
function isPlaced(caller: Caller, role: Role, stations: readonly UnitCode[], { tree }: ActingOn): boolean {
  if (!isSupervisor(role)) return worksAt(caller, stations);
  const workplaces = workplacesOf(stations, caller.mergers);
  return workplaces.some((station) => isWithin(tree, station, caller.unitCode));
}

/**
 * The role in which the caller does an act, about what it answers: the first of his roles that may.
 * @throws {Problem} that says what stands in the way: his role, his unit, or the status.
 */
export function actingRoleFor(
  caller: Caller,
  acting: ActingOn,
  act: Act,
  about: ActSubject = anySubject,
): Role {
  const { state, now } = acting;
  const eligible = caller.roles.filter((role) => rolesOf(act).includes(role));
  if (eligible.length === 0) throw new Problem('role_not_allowed');
  const places = placesOf(act, state, about);
  const placed = eligible.filter((role) => isPlaced(caller, role, places, acting));
  if (placed.length === 0) throw new Problem('unit_not_allowed');
  const tried = placed.map((role) => ({ role, obstacle: findObstacle(state, act, { role, now }) }));
  const able = tried.find(({ obstacle }) => obstacle === null);
  if (able !== undefined) return able.role;
  throw problemOfRejection(firstOf(tried).obstacle, allowedActsOf(caller, acting));
}

function firstOf(tried: readonly { obstacle: Rejection | null }[]): { obstacle: Rejection } {
  const [first] = tried;
  if (!first?.obstacle) throw new Error('whoever may act has no obstacle');
  return { obstacle: first.obstacle };
}
