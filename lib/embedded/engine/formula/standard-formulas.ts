/** Fields of standard objects that show what a parent has, by object and field, in the formula language. */
export const STANDARD_FORMULAS: Readonly<Record<string, string | undefined>> = {
  'PricebookEntry.Name': 'Product2.Name',
  'PricebookEntry.ProductCode': 'Product2.ProductCode',
};
