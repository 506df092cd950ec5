/** The answer of the identity URL: who the session belongs to. */
export interface Identity {
  readonly user_id: string;
  readonly organization_id: string;
  readonly username: string;
  readonly display_name: string;
  readonly email: string;
  readonly urls: Readonly<Record<string, string>>;
  readonly [property: string]: unknown;
}

/** One entry of GET /limits: what a rolling window allows and what is left of it. */
export interface LimitInfo {
  readonly Max: number;
  readonly Remaining: number;
}

/** The answer of GET /limits. */
export type Limits = Readonly<Record<string, LimitInfo>>;
