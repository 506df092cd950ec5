import type { WriteOptions } from '../../engine/write/write-options.interface.js';
import type { OrgRequest } from '../org-exchange.interface.js';

type RequestHeaders = OrgRequest['headers'];

/** `Sforce-Call-Options`: who calls. */
export interface CallOptions {
  /** Such as `SampleClient/100`. */
  readonly client?: string;
  /** Names without a prefix may be of this namespace. */
  readonly defaultNamespace?: string;
}

/** `Sforce-Query-Options`: how a query is answered. */
export interface QueryOptions {
  /** Records a page; the engine keeps it between 200 and 2000. */
  readonly batchSize?: number;
}

/** `Sforce-Duplicate-Rule-Header`: what becomes of records that a duplicate rule finds. */
export interface DuplicateRuleOptions {
  readonly allowSave: boolean;
  readonly includeRecordDetails: boolean;
  readonly runAsCurrentUser: boolean;
}

/** What a client asks for beside its call. */
export interface CallHeaders {
  readonly callOptions: CallOptions;
  readonly queryOptions: QueryOptions;
  readonly duplicateRule: DuplicateRuleOptions;
  /** `Sforce-Auto-Assign`: whether assignment rules run, or the id of the one that does. @default true */
  readonly autoAssign: boolean | string;
}

const NO_OPTIONS = {};
const NO_DUPLICATES: DuplicateRuleOptions = {
  allowSave: false,
  includeRecordDetails: false,
  runAsCurrentUser: false,
};

export function callOptionsOf(headers: RequestHeaders): CallOptions {
  const header = headers['sforce-call-options'];
  if (header === undefined) return NO_OPTIONS;
  const values = valuesOf(header);
  return { client: values.get('client'), defaultNamespace: values.get('defaultnamespace') };
}

export function queryOptionsOf(headers: RequestHeaders): QueryOptions {
  const header = headers['sforce-query-options'];
  if (header === undefined) return NO_OPTIONS;
  const batchSize = valuesOf(header).get('batchsize');
  return batchSize !== undefined && /^\d+$/.test(batchSize) ? { batchSize: Number(batchSize) } : NO_OPTIONS;
}

export function duplicateRuleOf(headers: RequestHeaders): DuplicateRuleOptions {
  const header = headers['sforce-duplicate-rule-header'];
  if (header === undefined) return NO_DUPLICATES;
  const values = valuesOf(header);
  const isOn = (name: string): boolean => values.get(name)?.toLowerCase() === 'true';
  return {
    allowSave: isOn('allowsave'),
    includeRecordDetails: isOn('includerecorddetails'),
    runAsCurrentUser: isOn('runascurrentuser'),
  };
}

const SAVED: WriteOptions = { allowDuplicates: true };

/** What a client says of the records that a call writes. */
export function writeOptionsOf({ duplicateRule }: CallHeaders): WriteOptions | undefined {
  return duplicateRule.allowSave ? SAVED : undefined;
}

export function autoAssignOf(headers: RequestHeaders): boolean | string {
  const value = headers['sforce-auto-assign']?.trim() ?? '';
  if (value === '' || /^true$/i.test(value)) return true;
  return /^false$/i.test(value) ? false : value;
}

/** `name=value` pairs, separated by commas or semicolons, by name in lower case. */
function valuesOf(header: string): ReadonlyMap<string, string> {
  return new Map(
    header.split(/[;,]/).map((pair) => {
      const sign = pair.indexOf('=');
      return sign < 0
        ? [pair.trim().toLowerCase(), '']
        : [pair.slice(0, sign).trim().toLowerCase(), pair.slice(sign + 1).trim()];
    }),
  );
}
