/** Everything wrong at once, nothing bent into shape: `"5"` is no number, an unknown field is a mistake. */
export const validation = {
  customOptions: { allErrors: true, coerceTypes: false, removeAdditional: false },
} as const;
