import { FiscalYear } from '../../../../../lib/embedded/engine/calendar/fiscal-year.js';
import { Notation } from '../../../../../lib/embedded/engine/calendar/notation.js';
import { TimeZone } from '../../../../../lib/embedded/engine/calendar/time-zone.js';
import type { UserSettings } from '../../../../../lib/embedded/engine/query/user-settings.interface.js';

/** Those of a user nobody has changed anything for. */
export const DEFAULT_SETTINGS: UserSettings = {
  timeZone: new TimeZone('GMT'),
  locale: 'en-US',
  firstDayOfWeek: 0,
  fiscalYear: new FiscalYear(),
  notation: new Notation('en-US', 'GMT'),
};
