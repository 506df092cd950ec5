/**
 * Features that add fields and objects to an org.
 *
 * @publicApi
 */
export interface OrgFeatures {
  /** Accounts can be people: `IsPersonAccount` and the person fields on Account. @default false */
  readonly personAccounts?: boolean;
  /**
   * Amounts have a currency: `CurrencyIsoCode` on records, and the objects CurrencyType and DatedConversionRate. A list names
   * the currencies that are active, the first of them the corporate one. @default false; `true` is US dollars alone
   */
  readonly multiCurrency?: boolean | readonly string[];
}
