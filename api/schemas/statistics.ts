import { Type } from '@fastify/type-provider-typebox';
import { clockSides } from '../../domain/clocks/clock.ts';
import { nullable } from './reference.ts';

const count = (description: string) => Type.Integer({ minimum: 0, description });
const share = (description: string) =>
  nullable(
    Type.Number({ minimum: 0, maximum: 1, description: `${description}; null: nothing to take a share of` }),
  );

const figures = {
  cases: count('Cases accepted in the period, each once, however many stations of the unit it came to'),
  rerouted: count(
    'Of these: as accepting station, those that it sent to another home station; as home station, those that left the unit for another',
  ),
  closed: count('Of these: closed, and not gone to another home station'),
  answeredInTime: count(
    'As home station: cases that a station answered within each of its terms; a return is no answer. As accepting station: by the present home station',
  ),
  answeredLate: count(
    'Cases of a station that answered late or let a term run out, also where the dossier then went back; where two stations of the unit did, two',
  ),
  inTimeShare: share('answeredInTime of answeredInTime and answeredLate'),
  averageWorkingDays: nullable(
    Type.Number({ description: 'From the start of the term to the answer, of those answered; null: none' }),
  ),
  unsigned: count('Delivered to a home station that has neither signed for it nor sent it back, to the end'),
  referredInconsistent: count('Applicant told to go home: the answer was inconsistent'),
  referredPartlyConsistent: count('Applicant told to go home: the answer was partly consistent'),
  referredNotVerifiable: count('Applicant told to go home: the identity could not be verified'),
  referredAtWish: count('Applicant told to go home: as he wished, or for no answer'),
  certificates: count('Cases with a certificate that holds; a voided one is none, a reissued one no second'),
  annex2: count('Of these: on Annex 2'),
  annex2Share: share('annex2 of certificates'),
  filingsInTime: count(
    'Filings of Annex 2: as accepting station, sent in time; as home, acknowledged in time',
  ),
  filingsLate: count('The same, late, or overdue by now'),
  filingsInTimeShare: share('filingsInTime of filingsInTime and filingsLate'),
  blueRungs: count(
    'Blue rungs that urged a station of the unit to act; reminders to applicants count for nobody',
  ),
  yellowRungs: count('Yellow ones'),
  redRungs: count('Red ones'),
  repliesDemanded: count(
    'Replies that these rungs demanded, but for those that nobody owed any more before they were due',
  ),
  repliesInTime: count('Of these: given in time'),
  repliesInTimeShare: share('repliesInTime of repliesDemanded'),
};

export const StatisticsSchema = Type.Object({
  unitCode: Type.String(),
  unitName: Type.String(),
  side: Type.Enum([...clockSides]),
  from: Type.String({ format: 'date' }),
  to: Type.String({ format: 'date' }),
  total: Type.Object(figures),
  units: Type.Array(Type.Object({ unitCode: Type.String(), unitName: Type.String(), ...figures }), {
    description:
      'The same for each unit one level below. A case that came to two of them stands in both and once in the total',
  }),
});
