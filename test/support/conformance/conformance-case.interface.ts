/** One call of a case, and the answer a real org gives to it. */
export interface ConformanceStep {
  /** Method and path, below `/services/data/v60.0` unless it is a whole one; `{account}` is what was kept under that name. */
  readonly call: string;
  /** Anything but a text or bytes is sent as JSON. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** What is sent in place of the administrator's token; null sends none. */
  readonly token?: string | null;
  readonly status: number;
  /** Headers of the answer; null where there must be none. */
  readonly answerHeaders?: Readonly<Record<string, string | RegExp | null>>;
  /** The whole body, as parsed from JSON, or its text; regular expressions stand for texts. Undefined where any will do. */
  readonly answer?: unknown;
  /** Part of the body, where the whole of it is long. */
  readonly contains?: unknown;
  /** Keeps a value of the body under a name: by its path within JSON, or what is in the brackets of a regular expression. */
  readonly keep?: Readonly<Record<string, string | RegExp>>;
  /** Does the work of bulk jobs before the call. */
  readonly afterJobs?: boolean;
}

/** Calls one after the other, to an org of their own. */
export interface ConformanceCase {
  readonly title: string;
  readonly steps: readonly ConformanceStep[];
}
