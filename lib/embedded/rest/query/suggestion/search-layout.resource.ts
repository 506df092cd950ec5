import type { ObjectSchema } from '../../../catalog/object-schema.js';
import { OrgError } from '../../../org-error.js';
import { resourceNotFound } from '../../error-answer.js';
import type { Answer } from '../../org-exchange.interface.js';
import type { DataCall, DataResource } from '../../resource.interface.js';
import { findObject } from '../../sobjects/sobject-request.js';

/** How many results of an object a page of results shows. */
const LIMIT_ROWS = 25;

/** How results of a search are shown, and in which order of objects. */
export const searchLayoutResources: readonly DataResource[] = [
  { path: '/search/layout', methods: { GET: layouts } },
  { path: '/search/scopeOrder', methods: { GET: scopeOrder } },
];

function layouts(call: DataCall): Answer {
  const names = (call.query.get('q') ?? '').split(',').filter((name) => name.trim() !== '');
  if (names.length === 0) throw new OrgError('MISSING_ARGUMENT', 'Required parameter missing: q');
  const body = names.map((name) => {
    const object = findObject(call, name.trim());
    if (!object) throw resourceNotFound();
    return layoutOf(object);
  });
  return { status: 200, body };
}

function layoutOf(object: ObjectSchema) {
  const { nameField } = object;
  return {
    errorMsg: null,
    label: 'Search Results',
    limitRows: LIMIT_ROWS,
    objectType: object.name,
    searchColumns: nameField
      ? [
          {
            field: `${object.name}.${nameField.name}`,
            format: null,
            label: nameField.label,
            name: nameField.name,
          },
        ]
      : [],
  };
}

/** Those whose records the user saw last come first, and nothing else does. */
function scopeOrder(call: DataCall): Answer {
  const { org, user, root } = call;
  const names = new Set(org.recent.list(user.id, LAST_SEEN).map(({ object }) => object));
  const searchable = [...names].filter((name) =>
    findObject(call, name)?.definition.traits?.includes('searchable'),
  );
  return {
    status: 200,
    body: searchable.map((type) => ({ type, url: `${root}/sobjects/${type}/describe` })),
  };
}

const LAST_SEEN = 200;
