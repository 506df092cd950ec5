/** The result of a query as text, a page at a time. */
export interface ResultPages {
  /** What stands before the rows. */
  readonly header: string;
  readonly size: number;
  page(from: number, count: number): { readonly rows: number; readonly content: string };
}
