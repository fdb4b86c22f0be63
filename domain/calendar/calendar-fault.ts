/** One thing wrong in a calendar file. Codes are those of every fault of form (`docs/errors.md`). */
export interface CalendarFault {
  /** RFC 6901: the place in the file. */
  readonly pointer: string;
  readonly code:
    | 'missing'
    | 'unknown_field'
    | 'wrong_type'
    | 'wrong_form'
    | 'wrong_characters'
    | 'not_a_choice'
    | 'out_of_range'
    | 'repeated'
    | 'too_long'
    | 'too_many'
    | 'too_few'
    | 'statutory_day_missing';
  /** A Chinese sentence that says what is right. */
  readonly message: string;
}
