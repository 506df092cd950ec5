/**
 * The value of an `address` field. Read-only: write its components (`BillingStreet`, `BillingCity`, …).
 *
 * @publicApi
 */
export interface Address {
  readonly street: string | null;
  readonly city: string | null;
  readonly state: string | null;
  readonly stateCode?: string | null;
  readonly postalCode: string | null;
  readonly country: string | null;
  readonly countryCode?: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly geocodeAccuracy: string | null;
}

/**
 * The value of a `location` field. Read-only: write its components (`Site__latitude__s`, `Site__longitude__s`).
 *
 * @publicApi
 */
export interface Geolocation {
  readonly latitude: number | null;
  readonly longitude: number | null;
}
