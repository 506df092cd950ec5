import type { FieldType } from './field-type.type.js';

/** An entry of GET /sobjects. */
export interface DescribeGlobalSObject {
  readonly name: string;
  readonly label: string;
  readonly labelPlural: string;
  readonly keyPrefix: string | null;
  readonly custom: boolean;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly deletable: boolean;
  readonly queryable: boolean;
  readonly urls: Readonly<Record<string, string>>;
  readonly [property: string]: unknown;
}

/** The answer of GET /sobjects. */
export interface DescribeGlobalResult {
  readonly encoding: string;
  readonly maxBatchSize: number;
  readonly sobjects: readonly DescribeGlobalSObject[];
}

export interface PicklistEntry {
  readonly active: boolean;
  readonly defaultValue: boolean;
  readonly label: string | null;
  readonly validFor: string | null;
  readonly value: string;
}

/** One field of GET /sobjects/{name}/describe; properties nobody here reads are kept as they came. */
export interface DescribeField {
  readonly name: string;
  readonly label: string;
  readonly type: FieldType;
  readonly soapType: string;
  readonly length: number;
  readonly precision: number;
  readonly scale: number;
  readonly nillable: boolean;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly defaultedOnCreate: boolean;
  readonly unique: boolean;
  readonly externalId: boolean;
  readonly custom: boolean;
  readonly restrictedPicklist: boolean;
  readonly picklistValues: readonly PicklistEntry[];
  readonly referenceTo: readonly string[];
  readonly relationshipName: string | null;
  readonly [property: string]: unknown;
}

export interface DescribeChildRelationship {
  readonly childSObject: string;
  readonly field: string;
  readonly relationshipName: string | null;
  readonly cascadeDelete: boolean;
  readonly restrictedDelete: boolean;
  readonly [property: string]: unknown;
}

/** The answer of GET /sobjects/{name}/describe. */
export interface DescribeSObjectResult {
  readonly name: string;
  readonly label: string;
  readonly labelPlural: string;
  readonly keyPrefix: string | null;
  readonly custom: boolean;
  readonly fields: readonly DescribeField[];
  readonly childRelationships: readonly DescribeChildRelationship[];
  readonly [property: string]: unknown;
}
