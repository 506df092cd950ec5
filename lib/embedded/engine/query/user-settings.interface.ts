import type { FiscalYear } from '../calendar/fiscal-year.js';
import type { Notation } from '../calendar/notation.js';
import type { TimeZone } from '../calendar/time-zone.js';

/** How the user who asks sees dates and numbers. */
export interface UserSettings {
  readonly timeZone: TimeZone;
  /** As `Intl` names it: `de-DE`. */
  readonly locale: string;
  /** 0 for Sunday. */
  readonly firstDayOfWeek: number;
  readonly fiscalYear: FiscalYear;
  /** How the locale writes values. */
  readonly notation: Notation;
}
