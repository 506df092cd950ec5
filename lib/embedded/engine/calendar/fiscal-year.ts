const MONTHS = 12;

/** The org's fiscal year, a year of twelve calendar months that may begin with any of them. */
export class FiscalYear {
  /**
   * @param startMonth 1 for January.
   * @param namedByStart whether a fiscal year has the number of the calendar year it begins in, rather than ends in.
   */
  constructor(
    readonly startMonth = 1,
    readonly namedByStart = false,
  ) {}

  /** The place in the fiscal year, from 0, of a calendar month from 0. */
  monthOf(calendarMonth: number): number {
    return (calendarMonth + MONTHS - (this.startMonth - 1)) % MONTHS;
  }

  /** The number of the fiscal year that a calendar month from 0 belongs to. */
  yearOf(calendarYear: number, calendarMonth: number): number {
    const begun = calendarMonth + 1 >= this.startMonth;
    return calendarYear + this.lead - (begun ? 0 : 1);
  }

  /** By how much the number of a fiscal year is ahead of the calendar year it begins in. */
  get lead(): number {
    return this.startMonth === 1 || this.namedByStart ? 0 : 1;
  }
}
