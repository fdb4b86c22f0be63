import * as facts from './facts.ts';

/** What parameters are given in the invented case, by name; what the schema or its choices say already is not said again. */
export const parameterExamples: Readonly<Record<string, unknown>> = {
  caseNo: facts.caseNo,
  certificateNo: facts.certificateNo,
  no: facts.rejectionNo,
  reference: facts.registerReference,
  unitCode: facts.homeStation.code,
  id: facts.idOf(4),
  deliveryId: facts.idOf(10),
  year: '2027',
  'idempotency-key': 'window-7-20261125-0001',
  'if-match': '"5"',
  'last-event-id': '41',
  after: '41',
  acceptingStation: facts.station.code,
  homeStation: facts.homeStation.code,
  unit: facts.homeCounty.code,
  parent: facts.homeCounty.code,
  within: facts.homeCounty.code,
  query: '桃溪',
  officerId: facts.windowOfficer.officerId,
  subject: facts.windowOfficer.officerId,
  dueBefore: facts.times.due,
  acceptedSince: facts.times.accepted,
  seq: 4,
  transmission: 1,
};
