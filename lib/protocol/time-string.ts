const TIME = /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,3})?Z?$/;

/**
 * A time of day without a date, `HH:mm:ss.SSSZ`: the value of a `time` field, to the millisecond.
 *
 * @publicApi
 */
export type TimeString = `${number}:${number}:${string}`;

/**
 * Checks {@link TimeString} values.
 *
 * @publicApi
 */
export const TimeString = {
  /** Whether a value is the text of a time of day, with or without fraction and `Z`. */
  is(text: unknown): text is TimeString {
    return typeof text === 'string' && TIME.test(text);
  },
};
