/** Why the optimiser did not take what seems to offer itself, such as an index on a filtered field. */
export interface QueryPlanNote {
  readonly description: string;
  readonly fields: readonly string[];
  readonly tableEnumOrId: string;
}

/** One way to run a query; the first one of an answer is the cheapest, and the one that is taken. */
export interface QueryPlan {
  /** Records the leading operation would find. */
  readonly cardinality: number;
  /** Fields whose index is used. */
  readonly fields: readonly string[];
  readonly leadingOperationType: 'Index' | 'Other' | 'Sharing' | 'TableScan';
  readonly notes: readonly QueryPlanNote[];
  /** Below 1 the query counts as selective. */
  readonly relativeCost: number;
  /** Records of the object, about. */
  readonly sobjectCardinality: number;
  readonly sobjectType: string;
}
