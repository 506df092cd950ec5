import type { FieldDefinition } from '../../../schema/sobject-definition.interface.js';
import type { ObjectCatalog } from '../../catalog/object-catalog.interface.js';
import type { ObjectSchema } from '../../catalog/object-schema.js';
import type { FieldFormula } from '../formula/field-formula.interface.js';

/** The objects a query can name, and what is special about some of them. */
export interface QueryCatalog extends ObjectCatalog {
  /** Undefined for a field that is stored. */
  formula?(object: ObjectSchema, field: FieldDefinition): FieldFormula | undefined;
}
