const SUNDAY = 7;

interface WeekInfo {
  /** 1 for Monday. */
  readonly firstDay?: number;
}

/** Older releases of Node have a property where newer ones have a method. */
interface LocaleWithWeeks {
  readonly weekInfo?: WeekInfo;
  getWeekInfo?(): WeekInfo;
}

/** A locale as `Intl` names it: `de_AT_EURO` is `de-AT`. One it does not know is taken for that of the United States. */
export function localeOf(key: string): string {
  const [language, ...rest] = key.split('_');
  const tag = [language, ...rest.filter((part) => part !== 'EURO')].join('-');
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? 'en-US';
  } catch {
    return 'en-US';
  }
}

/** 0 for Sunday, which weeks begin with in the United States. */
export function firstDayOfWeek(locale: string): number {
  const weeks = new Intl.Locale(locale) as Intl.Locale & LocaleWithWeeks;
  const { firstDay = SUNDAY } = weeks.getWeekInfo?.() ?? weeks.weekInfo ?? {};
  return firstDay % 7;
}
