/** What people call things in code that is there already, so that whatever they renamed keeps its name wherever it occurs. */
export interface KnownNames {
  /** The class of an object. */
  className(object: string): string | undefined;
  /** A property, by the key of its member: `field AnnualRevenue`, `parent OwnerId`, `children Contact.AccountId`. */
  propertyName(object: string, memberKey: string): string | undefined;
  /** A constant and the type beside it, by their key: `picklist Account.Rating`, `record types Account`. */
  constantName(key: string): string | undefined;
}
