import type { DescribeField } from '../../../protocol/describe.interface.js';
import type {
  ChildRelationshipDefinition,
  FieldDefinition,
  SObjectSummary,
} from '../../../schema/sobject-definition.interface.js';
import { describeField } from '../../catalog/field-describer.js';
import { describedRecordTypes, MASTER_RECORD_TYPE_ID, ownRecordTypes } from '../../catalog/record-types.js';
import type { ObjectSchema } from '../../catalog/object-schema.js';
import { metadataId } from '../sobjects/metadata-id.js';
import type { OrgRow } from '../../engine/org-row.js';
import { fieldDataType } from './field-data-type.js';
import {
  customFieldId,
  developerName,
  entityId,
  fieldId,
  namespaceOf,
  particleId,
} from './metadata-names.js';

/** What every row of an org's metadata says of when and by whom it was made: the org, when it was opened. */
export interface MetadataStamp {
  readonly instant: string;
  readonly userId: string;
}

/** The row of an object in EntityDefinition. */
/** @param typed the object, where it has record types of its own */
export function entityRow(
  summary: SObjectSummary,
  { instant, userId }: MetadataStamp,
  typed: ObjectSchema | undefined,
): OrgRow {
  const { name, keyPrefix } = summary;
  const is = (trait: string): number => flag(summary.traits?.includes(trait));
  const durableId = entityId(summary);
  return {
    Id: durableId,
    DurableId: durableId,
    QualifiedApiName: name,
    NamespacePrefix: namespaceOf(name),
    DeveloperName: developerName(name),
    MasterLabel: summary.label,
    Label: summary.label,
    PluralLabel: summary.labelPlural,
    KeyPrefix: keyPrefix,
    DeploymentStatus: summary.custom ? 'Deployed' : null,
    PublisherId: summary.custom ? '<local>' : 'System',
    InternalSharingModel: 'ReadWrite',
    ExternalSharingModel: 'Private',
    DetailUrl: '/{ID}',
    EditUrl: '/{ID}/e',
    NewUrl: keyPrefix === null ? null : `/${keyPrefix}/e`,
    HasSubtypes: is('hasSubtypes'),
    IsApexTriggerable: is('triggerable'),
    IsCompactLayoutable: is('layoutable'),
    IsCustomizable: is('layoutable'),
    IsCustomSetting: is('customSetting'),
    IsDeprecatedAndHidden: is('deprecatedAndHidden'),
    IsEverCreatable: flag(summary.createable),
    IsEverDeletable: flag(summary.deletable),
    IsEverUpdatable: flag(summary.updateable),
    IsFeedEnabled: is('feedEnabled'),
    IsIdEnabled: 1,
    IsInterface: is('isInterface'),
    IsLayoutable: is('layoutable'),
    IsMruEnabled: is('mruEnabled'),
    IsProcessEnabled: is('triggerable'),
    IsQueryable: flag(summary.queryable),
    IsReplicateable: is('replicateable'),
    IsRetrieveable: is('retrieveable'),
    IsSearchLayoutable: is('layoutable'),
    IsSearchable: is('searchable'),
    IsSubtype: is('isSubtype'),
    IsTriggerable: is('triggerable'),
    IsWorkflowEnabled: is('triggerable'),
    RecordTypesSupported: JSON.stringify({ recordTypeInfos: typed ? recordTypesOf(typed) : [] }),
    LastModifiedDate: instant,
    LastModifiedById: userId,
  };
}

function recordTypesOf({ definition }: ObjectSchema): readonly unknown[] {
  if (ownRecordTypes(definition).length === 0) return [];
  return describedRecordTypes(definition).map((type) => ({
    available: type.available !== false,
    defaultRecordTypeMapping: type.isDefault === true,
    developerName: type.developerName,
    master: type.master === true,
    name: type.name,
    recordTypeId: type.recordTypeId ?? MASTER_RECORD_TYPE_ID,
  }));
}

/** Who the parts of an org are by: the platform, and those who set the org up. */
export const PUBLISHER_ROWS: readonly OrgRow[] = [
  { Id: 'System', DurableId: 'System', Name: 'salesforce.com', IsSalesforce: 1 },
  { Id: '<local>', DurableId: '<local>', Name: '<local>', IsSalesforce: 0 },
];

/** The row of a field in FieldDefinition. */
export function fieldRow(object: ObjectSchema, field: FieldDefinition, stamp: MetadataStamp): OrgRow {
  return {
    ...commonRow(object, field),
    Id: fieldId(object, field),
    DurableId: fieldId(object, field),
    DataType: fieldDataType(object, field),
    PublisherId: field.custom ? '<local>' : 'System',
    IsIndexed: flag(
      field.idLookup || field.externalId || field.unique || field.type === 'reference' || field.type === 'id',
    ),
    IsListFilterable: flag(field.filterable),
    IsListSortable: flag(field.sortable),
    IsPolymorphicForeignKey: flag(field.polymorphicForeignKey),
    IsSearchPrefilterable: 0,
    LastModifiedDate: field.custom ? stamp.instant : null,
    LastModifiedById: field.custom ? stamp.userId : null,
  };
}

/** The row of a field in EntityParticle: the field as programs see it. */
export function particleRow(object: ObjectSchema, field: FieldDefinition): OrgRow {
  const described = describeField(field);
  return {
    ...commonRow(object, field),
    Id: particleId(object, field),
    DurableId: particleId(object, field),
    FieldDefinitionId: fieldId(object, field),
    Name: field.name,
    DataType: field.type,
    WsdlDataType: String(described.soapType).replace(/^.*:/, ''),
    InlineHelpText: field.inlineHelpText ?? null,
    ByteLength: numberOf(described['byteLength']),
    Digits: field.digits ?? 0,
    RelationshipOrder: field.relationshipOrder ?? null,
    IsAutonumber: flag(field.autoNumber),
    IsCaseSensitive: flag(field.caseSensitive),
    IsComponent: flag(field.compoundFieldName !== undefined && field.compoundFieldName !== field.name),
    IsCreatable: flag(field.createable),
    IsDefaultedOnCreate: flag(field.defaultedOnCreate),
    IsDependentPicklist: flag(field.dependentPicklist),
    IsDeprecatedAndHidden: flag(field.deprecatedAndHidden),
    IsEncrypted: flag(field.encrypted),
    IsIdLookup: flag(field.idLookup),
    IsLayoutable: flag(field.createable || field.updateable),
    IsNamePointing: flag(field.namePointing),
    IsPermissionable: flag(described['permissionable'] === true),
    IsUnique: flag(field.unique),
    IsUpdatable: flag(field.updateable),
    IsWriteRequiresMasterRead: flag(field.writeRequiresMasterRead),
  };
}

/** The rows of a picklist's values. */
export function picklistValueRows(object: ObjectSchema, field: FieldDefinition): OrgRow[] {
  const values: DescribeField['picklistValues'] = describeField(field).picklistValues;
  return values.map(({ value, label, active, defaultValue, validFor }, index) => {
    const durableId = `${particleId(object, field)}.${index}`;
    return {
      Id: durableId,
      DurableId: durableId,
      EntityParticleId: particleId(object, field),
      Label: label,
      Value: value,
      ValidFor: validFor,
      IsActive: flag(active),
      IsDefaultValue: flag(defaultValue),
    };
  });
}

/**
 * The rows of a way from an object to its children: that of the reference in RelationshipInfo, and that of what it leads to
 * in RelationshipDomain.
 *
 * @param child the object of the children, where the org has it
 */
export function relationshipRows(
  parent: SObjectSummary,
  relationship: ChildRelationshipDefinition,
  child: ObjectSchema | undefined,
): { readonly info: OrgRow; readonly domain: OrgRow } {
  const field = child?.field(relationship.field);
  const childId = child ? entityId(child.definition) : relationship.childSObject;
  const infoId = child && field ? fieldId(child, field) : `${childId}.${relationship.field}`;
  const domainId = `${entityId(parent)}.${infoId}`;
  const common = {
    ChildSobjectId: childId,
    FieldId: infoId,
    IsCascadeDelete: flag(relationship.cascadeDelete),
    IsDeprecatedAndHidden: flag(relationship.deprecatedAndHidden),
    IsRestrictedDelete: flag(relationship.restrictedDelete),
  };
  return {
    info: { ...common, Id: infoId, DurableId: infoId },
    domain: {
      ...common,
      Id: domainId,
      DurableId: domainId,
      RelationshipInfoId: infoId,
      RelationshipName: relationship.relationshipName,
      ParentSobjectId: entityId(parent),
    },
  };
}

export function customObjectRow({ name }: SObjectSummary, { instant, userId }: MetadataStamp): OrgRow {
  return {
    Id: metadataId('01I', name),
    DeveloperName: developerName(name),
    NamespacePrefix: namespaceOf(name),
    ManageableState: 'unmanaged',
    Language: 'en_US',
    SharingModel: 'ReadWrite',
    CreatedDate: instant,
    CreatedById: userId,
    LastModifiedDate: instant,
    LastModifiedById: userId,
  };
}

export function customFieldRow(
  object: ObjectSchema,
  field: FieldDefinition,
  { instant, userId }: MetadataStamp,
): OrgRow {
  return {
    Id: customFieldId(object.name, field.name),
    TableEnumOrId: entityId(object.definition),
    EntityDefinitionId: entityId(object.definition),
    DeveloperName: developerName(field.name),
    NamespacePrefix: namespaceOf(field.name),
    ManageableState: 'unmanaged',
    FullName: `${object.name}.${field.name}`,
    InlineHelpText: field.inlineHelpText ?? null,
    Metadata: JSON.stringify({
      label: field.label,
      type: fieldDataType(object, field).replace(/\(.*/, ''),
      length: field.length ?? null,
      precision: field.precision ?? null,
      scale: field.scale ?? null,
      required: field.nillable !== true,
      unique: field.unique === true,
      externalId: field.externalId === true,
    }),
    CreatedDate: instant,
    CreatedById: userId,
    LastModifiedDate: instant,
    LastModifiedById: userId,
  };
}

function commonRow(object: ObjectSchema, field: FieldDefinition): OrgRow {
  return {
    EntityDefinitionId: entityId(object.definition),
    QualifiedApiName: field.name,
    NamespacePrefix: namespaceOf(field.name),
    DeveloperName: developerName(field.name, field),
    MasterLabel: field.label,
    Label: field.label,
    ServiceDataTypeId: String(describeField(field).soapType).replace(/^.*:/, ''),
    ValueTypeId: field.type,
    ExtraTypeInfo: field.extraTypeInfo ?? null,
    RelationshipName: field.relationshipName ?? null,
    ReferenceTo: JSON.stringify({ referenceTo: field.referenceTo ?? null }),
    Length: field.length ?? 0,
    Precision: field.precision ?? 0,
    Scale: field.scale ?? 0,
    IsApiFilterable: flag(field.filterable),
    IsApiGroupable: flag(field.groupable),
    IsApiSortable: flag(field.sortable),
    IsCalculated: flag(field.calculated),
    IsCompactLayoutable: flag(field.filterable),
    IsCompound: flag(object.components(field).length > 0),
    IsFieldHistoryTracked: 0,
    IsHighScaleNumber: flag(field.highScaleNumber),
    IsHtmlFormatted: flag(field.htmlFormatted),
    IsListVisible: flag(field.filterable),
    IsNameField: flag(field.nameField),
    IsNillable: flag(field.nillable),
    IsWorkflowFilterable: flag(field.filterable),
  };
}

function flag(value: boolean | undefined): number {
  return value === true ? 1 : 0;
}

function numberOf(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}
