/** For local activities that read or write Postgres: what takes longer has lost its server; tried until it is back. */
export const patientSql = {
  startToCloseTimeout: '5s',
  retry: { initialInterval: '100ms', backoffCoefficient: 2, maximumInterval: '10s' },
} as const;
