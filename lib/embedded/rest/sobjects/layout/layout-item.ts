import type { DescribeField, DescribeSObjectResult } from '../../../../protocol/describe.interface.js';

/** One place of a layout: a label, and the field or fields behind it. */
export interface LayoutItem {
  readonly editableForNew: boolean;
  readonly editableForUpdate: boolean;
  readonly label: string;
  readonly layoutComponents: readonly LayoutComponent[];
  readonly placeholder: boolean;
  readonly required: boolean;
}

interface LayoutComponent {
  readonly components: readonly LayoutComponent[];
  readonly details: DescribeField;
  readonly displayLines: number;
  readonly fieldType?: string;
  readonly tabOrder: number;
  readonly type: string;
  readonly value: string;
}

/** The place of one field; a compound one brings the fields it is put together from. */
export function layoutItem(
  description: DescribeSObjectResult,
  field: DescribeField,
  tabOrder: number,
): LayoutItem {
  return {
    editableForNew: field.createable,
    editableForUpdate: field.updateable,
    label: field.label,
    layoutComponents: [component(description, field, tabOrder)],
    placeholder: false,
    required: field.createable && !field.nillable && !field.defaultedOnCreate && field.type !== 'boolean',
  };
}

function component(
  description: DescribeSObjectResult,
  field: DescribeField,
  tabOrder: number,
): LayoutComponent {
  const parts = description.fields.filter(
    (part) => part['compoundFieldName'] === field.name && part.name !== field.name,
  );
  return {
    components: parts.map((part, index) => component(description, part, tabOrder + index)),
    details: field,
    displayLines: field.type === 'textarea' ? LINES_OF_TEXT_AREA : 1,
    ...(parts.length > 0 && { fieldType: field.type }),
    tabOrder,
    type: 'Field',
    value: field.name,
  };
}

const LINES_OF_TEXT_AREA = 6;
