/** One entry of the REST error array, the body of every answer with a status of 400 or more. */
export interface ApiError {
  readonly errorCode: string;
  readonly message: string;
  readonly fields?: readonly string[];
}

/** One entry of `errors` in the result of one record of a collection; the code's key differs from {@link ApiError}. */
export interface SaveError {
  readonly statusCode: string;
  readonly message: string;
  readonly fields: readonly string[];
}

/** The body of a refused token request. */
export interface OAuthError {
  readonly error: string;
  readonly error_description?: string;
}
