/** Who acts. */
export interface OrgUser {
  readonly id: string;
}
