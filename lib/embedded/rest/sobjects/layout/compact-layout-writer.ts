import type { DescribeSObjectResult } from '../../../../protocol/describe.interface.js';
import { recordTypesOf } from '../sobject-description.js';
import { layoutItem } from './layout-item.js';

/** The compact layout every object has until somebody makes another one: the record's name and nothing else. */
const SYSTEM_DEFAULT = { label: 'System Default', name: 'SYSTEM' } as const;

/** The answer of `/describe/compactLayouts`. @param url of that resource */
export function describeCompactLayouts(description: DescribeSObjectResult, url: string) {
  return {
    compactLayouts: [compactLayout(description)],
    defaultCompactLayoutId: null,
    recordTypeCompactLayoutMappings: recordTypesOf(description).map(({ available, name, recordTypeId }) => ({
      available,
      compactLayoutId: null,
      compactLayoutName: SYSTEM_DEFAULT.name,
      recordTypeId,
      recordTypeName: name,
      urls: { compactLayout: `${url}/${recordTypeId}` },
    })),
    urls: { primary: `${url}/primary` },
  };
}

export function compactLayout(description: DescribeSObjectResult) {
  const name = description.fields.find((field) => field['nameField'] === true);
  return {
    actions: [],
    fieldItems: name ? [layoutItem(description, name, 1)] : [],
    id: null,
    imageItems: [],
    ...SYSTEM_DEFAULT,
    objectType: description.name,
  };
}
