import { faxSourceTitles } from '../../domain/directory/fax-numbers.ts';
import { qualityTitles } from '../../domain/directory/quality.ts';
import { standingTitles } from '../../domain/directory/standing.ts';
import { matters } from '../../domain/matters/catalogue.ts';
import * as facts from './facts.ts';
import { gap, liaison } from './people.ts';

const { homeStation } = facts;

const content = {
  ...{ name: '测试专管员丙', officerId: facts.liaisonOfficer.officerId, telephone: homeStation.telephone },
  ...{ email: 'liaison-officer@example.org', faxNumber: '0851-00000018' },
  ...{ validFrom: '2026-01-01', validUntil: null, absences: [{ from: '2026-12-21', to: '2026-12-25' }] },
};

const person = {
  ...{ ...liaison, id: facts.idOf(4), ...content, lastConfirmedOn: '2026-11-02', version: 3 },
  ...{ standing: 'available', standingTitle: standingTitles.available, freshness: 'fresh' },
  ...{ quality: 'reliable', qualityTitle: qualityTitles.reliable, callsNotAnswered: 0 },
};

const contacts = {
  ...{ unitCode: homeStation.code, dutyTelephone: homeStation.telephone, faxNumbers: ['0851-00000018'] },
  ...{ groupRobot: false, lastConfirmedOn: '2026-11-02', successor: null, closure: null },
  ...{ freshness: 'fresh', version: 2 },
};

const unitBody = {
  ...{ name: homeStation.name, level: 'station', parentCode: facts.homeCounty.code, region: '520302' },
  ...{ address: homeStation.address, telephone: homeStation.telephone },
} as const;

const unit = { code: homeStation.code, ...unitBody, levelTitle: '派出所', version: 1 };

const recipient = {
  ...liaison,
  ...{ personId: person.id, telephone: person.telephone },
};

const unitView = {
  ...{ unitCode: homeStation.code, unitName: homeStation.name, unit },
  inForce: { unitCode: homeStation.code, unitName: homeStation.name },
  contacts,
  fax: { numbers: contacts.faxNumbers, source: 'station', sourceTitle: faxSourceTitles.station },
  ...{ persons: [person], liaison: { told: [recipient], gaps: [] } },
};

const listedGap = {
  ...{ kind: 'gap', ...gap, personId: null, name: null, lastConfirmedOn: null },
  ...{ instead: [recipient], faxInstead: [] },
};

const listedUnit = {
  ...{ code: unit.code, name: unit.name, level: unit.level, parentCode: unit.parentCode },
  ...{ address: unit.address, telephone: unit.telephone },
};

const absence = content.absences;

export const directoryExamples = {
  listMatters: { answers: { 200: { items: [{ code: 'NAME_CHANGE', ...matters.NAME_CHANGE }] } } },
  listUnits: { answers: { 200: facts.lastPage(listedUnit) } },
  listDirectoryPersons: { answers: { 200: facts.lastPage(person) } },
  addDirectoryPerson: {
    body: { unitCode: homeStation.code, post: liaison.post, ...content },
    answers: { 201: { ...person, version: 1 } },
  },
  getDirectoryPerson: { answers: { 200: person } },
  changeDirectoryPerson: { body: content, answers: { 200: person } },
  setDirectoryAbsences: { body: { absences: absence }, answers: { 200: person } },
  endDirectoryPerson: {
    body: { validUntil: '2026-12-31' },
    answers: { 200: { ...person, validUntil: '2026-12-31', version: 4 } },
  },
  confirmDirectoryPerson: { answers: { 200: person } },
  getDirectoryUnit: { answers: { 200: unitView } },
  changeDirectoryUnit: {
    body: unitBody,
    answers: { 200: { unit: { ...unit, version: 2 }, warnings: [] }, 201: { unit, warnings: [] } },
  },
  getStationContacts: { answers: { 200: contacts } },
  changeStationContacts: {
    body: { dutyTelephone: contacts.dutyTelephone, faxNumbers: contacts.faxNumbers },
    answers: { 200: contacts },
  },
  listDirectoryGaps: { answers: { 200: facts.lastPage(listedGap) } },
  importDirectory: {
    answers: { 200: { dryRun: true, created: 1, updated: 2, unchanged: 40, warnings: [] } },
  },
  exportDirectory: {},
};
