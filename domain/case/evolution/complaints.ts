import type { Evolution } from './evolution.ts';

/** Complaints and what came of them. */
export const complaintEvolution = {
  complaint_made: (state, { n, by, about, addressee }, at) => ({
    ...state,
    complaints: [...state.complaints, { n, by, about, addressee, madeAt: at, answeredAt: null }],
  }),
  complaint_answered: (state, { n }, at) => ({
    ...state,
    complaints: state.complaints.map((complaint) =>
      complaint.n === n ? { ...complaint, answeredAt: at } : complaint,
    ),
  }),
} as const satisfies Evolution<'complaint_made' | 'complaint_answered'>;
