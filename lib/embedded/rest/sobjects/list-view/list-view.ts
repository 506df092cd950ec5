import { toId18 } from '../../../../protocol/salesforce-id.js';
import type { Catalog } from '../../../catalog/catalog.js';
import type { ObjectSchema } from '../../../catalog/object-schema.js';
import { scopesOf } from '../../../catalog/object-scopes.js';
import { resourceNotFound } from '../../error-answer.js';
import { metadataId } from '../metadata-id.js';

/** A list of records with a name. */
export interface ListView {
  readonly id: string;
  readonly label: string;
  readonly developerName: string;
  readonly scope: 'everything' | 'mine';
}

/** The list views that an object has before anyone makes one: all records and, where they have owners, the user's. */
export function listViewsOf(object: ObjectSchema): readonly ListView[] {
  if (!object.definition.queryable || !object.definition.traits?.includes('layoutable')) return [];
  const plural = object.definition.labelPlural;
  return (['everything', 'mine'] as const)
    .filter((scope) => scopesOf(object).includes(scope))
    .map((scope) => {
      const label = `${scope === 'mine' ? 'My' : 'All'} ${plural}`;
      const developerName = label.replace(/\W+/g, '');
      return { id: metadataId('00B', `${object.name}.${developerName}`), label, developerName, scope };
    });
}

/** The list view of an id, whatever object it is of. */
export function findListView(
  catalog: Catalog,
  id: string,
): { readonly object: ObjectSchema; readonly view: ListView } | undefined {
  const wanted = toId18(id);
  for (const { name, traits } of catalog.summaries()) {
    const object = traits?.includes('layoutable') ? catalog.get(name) : undefined;
    const view = object && listViewsOf(object).find((candidate) => candidate.id === wanted);
    if (object && view) return { object, view };
  }
  return undefined;
}

export function requireListView(object: ObjectSchema, id: string): ListView {
  const wanted = toId18(id);
  const view = listViewsOf(object).find((candidate) => candidate.id === wanted);
  if (!view) throw resourceNotFound();
  return view;
}
