import type { OrgRow } from '../org-row.js';
import type { Derivation, DerivedWrite } from './derivation.interface.js';
import { lineItemPrice } from './line-item-price.js';
import { opportunityStage } from './opportunity-stage.js';
import { personName } from './person-name.js';
import { recordName } from './record-name.js';
import { statusCode } from './status-code.js';
import { caseStatus, taskStatus } from './work-status.js';

const DERIVATIONS: readonly Derivation[] = [
  personName,
  recordName,
  opportunityStage,
  lineItemPrice,
  caseStatus,
  taskStatus,
  statusCode,
];

/** Every field that the org sets from other fields of the record; those the object does not have are left out. */
export function derivedFields(write: DerivedWrite): OrgRow {
  const derived: OrgRow = {};
  for (const derive of DERIVATIONS) {
    for (const [name, value] of Object.entries(derive(write))) {
      if (value !== undefined && write.object.field(name)) derived[name] = value;
    }
  }
  return derived;
}
