import type { DescribeField, DescribeSObjectResult } from '../../../../protocol/describe.interface.js';
import { metadataId } from '../metadata-id.js';
import { picklistsOf, recordTypesOf } from '../sobject-description.js';
import { type LayoutItem, layoutItem } from './layout-item.js';

const COLUMNS = 2;
/** Set by the org, and shown below everything else. */
const SYSTEM_FIELDS: ReadonlySet<string> = new Set(['CreatedById', 'LastModifiedById']);

/** The answer of `/describe/layouts`: an org nobody has arranged has one layout an object, for every record type. */
export function describeLayouts(description: DescribeSObjectResult) {
  const recordTypes = recordTypesOf(description);
  return {
    layouts: [pageLayout(description)],
    recordTypeMappings: recordTypes.map(({ urls, ...recordType }) => ({
      ...recordType,
      layoutId: layoutId(description),
      picklistsForRecordType: picklistsOf(description).map(({ name, picklistValues }) => ({
        picklistName: name,
        picklistValues,
      })),
      urls,
    })),
    recordTypeSelectorRequired: [recordTypes.filter(({ master }) => !master).length > 1],
  };
}

/** The layout of an object, with every field that a user could see. */
export function pageLayout(description: DescribeSObjectResult) {
  const sections = [
    section(description, `${description.label} Information`, editableFields(description)),
    section(description, 'System Information', systemFields(description)),
  ].filter(({ layoutRows }) => layoutRows.length > 0);
  return {
    buttonLayoutSection: { detailButtons: [] },
    detailLayoutSections: sections,
    editLayoutSections: sections.slice(0, 1),
    feedView: null,
    highlightsPanelLayoutSection: null,
    id: layoutId(description),
    multirowEditLayoutSections: [],
    offlineLinks: [],
    quickActionList: { quickActionListItems: [] },
    relatedContent: null,
    relatedLists: [],
    saveOptions: [],
  };
}

/** Fields in rows of two, as a section of a layout has them. */
export function section(
  description: DescribeSObjectResult,
  heading: string,
  fields: readonly DescribeField[],
) {
  const items = fields.map((field, index) => layoutItem(description, field, index + 1));
  return {
    collapsed: false,
    columns: COLUMNS,
    heading,
    layoutRows: rowsOf(items),
    layoutSectionId: metadataId('01B', `${description.name}.${heading}`),
    parentLayoutId: layoutId(description),
    rows: Math.ceil(items.length / COLUMNS),
    tabOrder: 'TopToBottom',
    useCollapsibleSection: false,
    useHeading: true,
  };
}

function layoutId({ name }: DescribeSObjectResult): string {
  return metadataId('00h', name);
}

function editableFields({ fields }: DescribeSObjectResult): readonly DescribeField[] {
  const compounds = new Set(fields.filter(isCompound).map(({ name }) => name));
  return fields.filter((field) => {
    const compound = field['compoundFieldName'];
    if (typeof compound === 'string' && compound !== field.name && compounds.has(compound)) return false;
    return field.createable || field.updateable || compounds.has(field.name);
  });
}

/** An address, a location, or the name of a person. */
function isCompound(
  { name, type }: DescribeField,
  _index: number,
  fields: readonly DescribeField[],
): boolean {
  if (type === 'address' || type === 'location') return true;
  return fields.some((field) => field['compoundFieldName'] === name && field.name !== name);
}

function systemFields({ fields }: DescribeSObjectResult): readonly DescribeField[] {
  return fields.filter(({ name }) => SYSTEM_FIELDS.has(name));
}

function rowsOf(items: readonly LayoutItem[]) {
  return Array.from({ length: Math.ceil(items.length / COLUMNS) }, (_, row) => {
    const layoutItems = items.slice(row * COLUMNS, (row + 1) * COLUMNS);
    return { layoutItems, numItems: layoutItems.length };
  });
}
