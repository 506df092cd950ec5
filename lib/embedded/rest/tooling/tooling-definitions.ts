import type { FieldType } from '../../../protocol/field-type.type.js';

/** A reference as written here: where it leads, by which name, and the name of the way back. */
type WrittenReference = readonly [to: string, relationshipName: string, childRelationshipName?: string];

export interface WrittenObject {
  readonly label: string;
  readonly keyPrefix: string;
  /** Names of fields by their type; what is no reference can be null and can be queried as its type says. */
  readonly fields: Readonly<Partial<Record<FieldType, readonly string[]>>>;
  readonly references?: Readonly<Record<string, WrittenReference>>;
  /** The fields without which no record can be. */
  readonly required?: readonly string[];
}

const ENTITY: WrittenReference = ['EntityDefinition', 'EntityDefinition', 'Fields'];
const MODIFIED: Readonly<Record<string, WrittenReference>> = { LastModifiedById: ['User', 'LastModifiedBy'] };
const PUBLISHED: Readonly<Record<string, WrittenReference>> = { PublisherId: ['Publisher', 'Publisher'] };
export const AUDITED: Readonly<Record<string, WrittenReference>> = {
  CreatedById: ['User', 'CreatedBy'],
  ...MODIFIED,
};

/** What the fields of FieldDefinition and EntityParticle have in common. */
const FIELD_TEXTS = [
  'DurableId',
  'QualifiedApiName',
  'NamespacePrefix',
  'DeveloperName',
  'MasterLabel',
  'Label',
  'DataType',
  'ServiceDataTypeId',
  'ValueTypeId',
  'ExtraTypeInfo',
  'ReferenceTargetField',
  'RelationshipName',
];
const FIELD_FLAGS = [
  'IsApiFilterable',
  'IsApiGroupable',
  'IsApiSortable',
  'IsCalculated',
  'IsCompactLayoutable',
  'IsCompound',
  'IsFieldHistoryTracked',
  'IsHighScaleNumber',
  'IsHtmlFormatted',
  'IsListVisible',
  'IsNameField',
  'IsNillable',
  'IsWorkflowFilterable',
];

/** Objects that say what an org is made of: read from its catalog, and written to by nobody. */
export const METADATA: Readonly<Record<string, WrittenObject>> = {
  EntityDefinition: {
    label: 'Entity Definition',
    keyPrefix: '4ie',
    fields: {
      string: [
        'DurableId',
        'QualifiedApiName',
        'NamespacePrefix',
        'DeveloperName',
        'MasterLabel',
        'Label',
        'PluralLabel',
        'KeyPrefix',
        'DeploymentStatus',
        'DefaultCompactLayoutId',
        'DefaultImplementation',
        'ExtendedBy',
        'ExtendsInterfaces',
        'ImplementedBy',
        'ImplementsInterfaces',
        'InternalSharingModel',
        'ExternalSharingModel',
        'DetailUrl',
        'EditUrl',
        'NewUrl',
      ],
      boolean: [
        'HasSubtypes',
        'IsApexTriggerable',
        'IsCompactLayoutable',
        'IsCustomizable',
        'IsCustomSetting',
        'IsDeprecatedAndHidden',
        'IsEverCreatable',
        'IsEverDeletable',
        'IsEverUpdatable',
        'IsFeedEnabled',
        'IsIdEnabled',
        'IsInterface',
        'IsLayoutable',
        'IsMruEnabled',
        'IsProcessEnabled',
        'IsQueryable',
        'IsReplicateable',
        'IsRetrieveable',
        'IsSearchLayoutable',
        'IsSearchable',
        'IsSubtype',
        'IsTriggerable',
        'IsWorkflowEnabled',
      ],
      datetime: ['LastModifiedDate'],
      textarea: ['Description'],
      complexvalue: ['RecordTypesSupported'],
    },
    references: { ...PUBLISHED, ...MODIFIED },
  },
  FieldDefinition: {
    label: 'Field Definition',
    keyPrefix: '4fe',
    fields: {
      string: [...FIELD_TEXTS, 'BusinessStatus', 'ControllingFieldDefinitionId', 'SecurityClassification'],
      boolean: [
        ...FIELD_FLAGS,
        'IsIndexed',
        'IsListFilterable',
        'IsListSortable',
        'IsPolymorphicForeignKey',
        'IsSearchPrefilterable',
      ],
      int: ['Length', 'Precision', 'Scale'],
      datetime: ['LastModifiedDate'],
      textarea: ['Description'],
      complexvalue: ['ReferenceTo'],
    },
    references: { EntityDefinitionId: ENTITY, ...PUBLISHED, ...MODIFIED },
  },
  EntityParticle: {
    label: 'Entity Particle',
    keyPrefix: '0Nv',
    fields: {
      string: [
        ...FIELD_TEXTS,
        'Name',
        'InlineHelpText',
        'DefaultValueFormula',
        'Mask',
        'MaskType',
        'WsdlDataType',
      ],
      boolean: [
        ...FIELD_FLAGS,
        'IsAutonumber',
        'IsCaseSensitive',
        'IsComponent',
        'IsCreatable',
        'IsDefaultedOnCreate',
        'IsDependentPicklist',
        'IsDeprecatedAndHidden',
        'IsDisplayLocationInDecimal',
        'IsEncrypted',
        'IsIdLookup',
        'IsLayoutable',
        'IsNamePointing',
        'IsPermissionable',
        'IsUnique',
        'IsUpdatable',
        'IsWriteRequiresMasterRead',
      ],
      int: ['ByteLength', 'Digits', 'Length', 'Precision', 'RelationshipOrder', 'Scale'],
      complexvalue: ['ReferenceTo'],
    },
    references: {
      EntityDefinitionId: ['EntityDefinition', 'EntityDefinition', 'Particles'],
      FieldDefinitionId: ['FieldDefinition', 'FieldDefinition', 'Particles'],
    },
  },
  RelationshipDomain: {
    label: 'Relationship Domain',
    keyPrefix: '0Jv',
    fields: {
      string: ['DurableId', 'RelationshipName'],
      boolean: ['IsCascadeDelete', 'IsDeprecatedAndHidden', 'IsRestrictedDelete'],
    },
    references: {
      ChildSobjectId: ['EntityDefinition', 'ChildSobject', 'ChildRelationshipDomains'],
      FieldId: ['FieldDefinition', 'Field', 'RelationshipDomains'],
      ParentSobjectId: ['EntityDefinition', 'ParentSobject', 'RelationshipDomains'],
      RelationshipInfoId: ['RelationshipInfo', 'RelationshipInfo', 'RelationshipDomains'],
    },
  },
  RelationshipInfo: {
    label: 'Relationship',
    keyPrefix: '0Ju',
    fields: {
      string: ['DurableId'],
      boolean: ['IsCascadeDelete', 'IsDeprecatedAndHidden', 'IsRestrictedDelete'],
    },
    references: {
      ChildSobjectId: ['EntityDefinition', 'ChildSobject', 'ChildRelationships'],
      FieldId: ['FieldDefinition', 'Field', 'RelationshipInfos'],
    },
  },
  Publisher: {
    label: 'Publisher',
    keyPrefix: '4pb',
    fields: {
      string: ['DurableId', 'Name', 'NamespacePrefix'],
      boolean: ['IsSalesforce'],
      int: ['MajorVersion', 'MinorVersion'],
    },
  },
  PicklistValueInfo: {
    label: 'Picklist Value Info',
    keyPrefix: '4pv',
    fields: {
      string: ['DurableId', 'Label', 'Value', 'ValidFor'],
      boolean: ['IsActive', 'IsDefaultValue'],
    },
    references: { EntityParticleId: ['EntityParticle', 'EntityParticle', 'PicklistValues'] },
  },
  CustomObject: {
    label: 'Custom Object Definition',
    keyPrefix: '01I',
    fields: {
      string: ['DeveloperName', 'NamespacePrefix', 'ManageableState', 'Language', 'SharingModel'],
      textarea: ['Description'],
      datetime: ['CreatedDate', 'LastModifiedDate'],
    },
    references: AUDITED,
  },
  CustomField: {
    label: 'Custom Field Definition',
    keyPrefix: '00N',
    fields: {
      string: [
        'TableEnumOrId',
        'DeveloperName',
        'NamespacePrefix',
        'ManageableState',
        'FullName',
        'RelationshipLabel',
        'InlineHelpText',
      ],
      textarea: ['Description'],
      datetime: ['CreatedDate', 'LastModifiedDate'],
      complexvalue: ['Metadata'],
    },
    references: {
      EntityDefinitionId: ['EntityDefinition', 'EntityDefinition', 'CustomFields'],
      ...AUDITED,
    },
  },
  ApexLog: {
    label: 'Apex Debug Log',
    keyPrefix: '07L',
    fields: {
      string: ['Application', 'Location', 'Operation', 'Request', 'Status'],
      int: ['DurationMilliseconds', 'LogLength'],
      datetime: ['StartTime'],
    },
    references: { LogUserId: ['User', 'LogUser'] },
  },
};

const LOG_CATEGORIES = [
  'ApexCode',
  'ApexProfiling',
  'Callout',
  'Database',
  'Nba',
  'System',
  'Validation',
  'Visualforce',
  'Wave',
  'Workflow',
] as const;

/** Objects that clients keep records of. What is required comes first. */
export const WRITABLE: Readonly<Record<string, WrittenObject>> = {
  DebugLevel: {
    label: 'Debug Level',
    keyPrefix: '7dl',
    required: ['DeveloperName', 'MasterLabel'],
    fields: { string: ['DeveloperName', 'MasterLabel', 'Language', ...LOG_CATEGORIES] },
  },
  StaticResource: {
    label: 'Static Resource',
    keyPrefix: '081',
    required: ['Name'],
    fields: {
      string: ['Name', 'ContentType', 'CacheControl', 'NamespacePrefix'],
      textarea: ['Description'],
      base64: ['Body'],
    },
  },
  TraceFlag: {
    label: 'Trace Flag',
    keyPrefix: '7tf',
    required: ['TracedEntityId', 'LogType', 'DebugLevelId'],
    fields: {
      string: ['TracedEntityId', 'LogType', 'DebugLevelId', ...LOG_CATEGORIES],
      datetime: ['StartDate', 'ExpirationDate'],
    },
  },
};

/** Objects of which an org without Apex, flows and packages has no records. */
export const EMPTY: Readonly<
  Record<string, readonly [label: string, keyPrefix: string, fields: readonly string[]]>
> = {
  ApexClass: ['Apex Class', '01p', ['Name', 'Status', 'Body', 'SymbolTable', 'ManageableState']],
  ApexCodeCoverageAggregate: ['Apex Code Coverage Aggregate', '715', ['ApexClassOrTriggerId']],
  ApexComponent: ['Visualforce Component', '099', ['Name', 'Markup', 'MasterLabel']],
  ApexPage: ['Visualforce Page', '066', ['Name', 'Markup', 'MasterLabel']],
  ApexTestResult: ['Apex Test Result', '07M', ['MethodName', 'Outcome', 'Message', 'StackTrace']],
  ApexTrigger: ['Apex Trigger', '01q', ['Name', 'Status', 'Body', 'TableEnumOrId']],
  AuraDefinitionBundle: ['Aura Component Bundle', '0Ab', ['DeveloperName', 'MasterLabel']],
  Flow: ['Flow', '301', ['MasterLabel', 'Status', 'ProcessType', 'DefinitionId']],
  FlowDefinition: ['Flow Definition', '300', ['DeveloperName', 'MasterLabel', 'ActiveVersionId']],
  InstalledSubscriberPackage: [
    'Installed Subscriber Package',
    '0A3',
    ['SubscriberPackageId', 'SubscriberPackageVersionId'],
  ],
  Layout: ['Page Layout', '00h', ['Name', 'TableEnumOrId', 'LayoutType']],
  LightningComponentBundle: ['Lightning Component Bundle', '0Rb', ['DeveloperName', 'MasterLabel']],
  ValidationRule: [
    'Validation Rule',
    '03d',
    ['ValidationName', 'EntityDefinitionId', 'ErrorMessage', 'FullName'],
  ],
  WorkflowRule: ['Workflow Rule', '01Q', ['Name', 'TableEnumOrId']],
};

/** Objects whose records have no id of their own: they go by a name. The data API answers for them as well. */
export const SHARED_OBJECTS: ReadonlySet<string> = new Set([
  'EntityDefinition',
  'EntityParticle',
  'FieldDefinition',
  'PicklistValueInfo',
  'Publisher',
  'RelationshipDomain',
  'RelationshipInfo',
]);
