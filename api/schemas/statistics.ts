import { Type } from '@fastify/type-provider-typebox';
import { statisticsSides } from '../../db/repositories/statistics.ts';
import { nullable } from './reference.ts';

const count = Type.Integer({ minimum: 0 });
const share = nullable(
  Type.Number({ minimum: 0, maximum: 1, description: 'null: nothing to take a share of' }),
);

const figures = {
  cases: count,
  closed: count,
  answeredInTime: count,
  answeredLate: count,
  inTimeShare: share,
  averageWorkingDays: nullable(Type.Number()),
  unsigned: count,
  referredInconsistent: count,
  referredPartlyConsistent: count,
  referredNotVerifiable: count,
  referredAtWish: count,
  certificates: count,
  annex2: count,
  annex2Share: share,
  filingsInTime: count,
  filingsLate: count,
  filingsInTimeShare: share,
  blueRungs: count,
  yellowRungs: count,
  redRungs: count,
  repliesDemanded: count,
  repliesInTime: count,
  repliesInTimeShare: share,
};

export const StatisticsSchema = Type.Object({
  unitCode: Type.String(),
  unitName: Type.String(),
  side: Type.Enum([...statisticsSides]),
  from: Type.String({ format: 'date' }),
  to: Type.String({ format: 'date' }),
  total: Type.Object(figures),
  units: Type.Array(Type.Object({ unitCode: Type.String(), unitName: Type.String(), ...figures }), {
    description: 'The same for each unit one level below',
  }),
});
