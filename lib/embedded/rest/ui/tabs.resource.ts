import type { ObjectSchema } from '../../catalog/object-schema.js';
import type { Answer } from '../org-exchange.interface.js';
import type { DataCall, DataResource } from '../resource.interface.js';
import { metadataAnswer } from '../sobjects/metadata-answer.js';
import { findObject } from '../sobjects/sobject-request.js';
import { iconUrl, themeColors } from './object-theme.js';

/** The standard objects that have a tab. */
const STANDARD_TABS = [
  'Account',
  'Asset',
  'Campaign',
  'Case',
  'Contact',
  'Contract',
  'Lead',
  'Opportunity',
  'Order',
  'Pricebook2',
  'Product2',
  'Solution',
] as const;

/** What the pages of the org are made of: tabs, their colours, and the apps that hold them. */
export const tabResources: readonly DataResource[] = [
  { path: '/tabs', since: 31, methods: { GET: tabs } },
  { path: '/theme', since: 29, methods: { GET: theme } },
  { path: '/appMenu', since: 29, methods: { GET: appMenus } },
  { path: '/appMenu/AppSwitcher', since: 29, methods: { GET: emptyMenu } },
  { path: '/appMenu/Salesforce1', since: 29, methods: { GET: emptyMenu } },
];

function tabs(call: DataCall): Answer {
  return metadataAnswer(
    call,
    tabbedObjects(call).map((object) => ({
      colors: themeColors(object),
      custom: object.definition.custom,
      iconUrl: iconUrl(call.origin, object),
      icons: [],
      label: object.definition.labelPlural,
      miniIconUrl: iconUrl(call.origin, object),
      name: object.definition.custom ? object.name : `standard-${object.name}`,
      sobjectName: object.name,
      url: `${call.origin}/${object.keyPrefix}/o`,
    })),
  );
}

function theme(call: DataCall): Answer {
  return metadataAnswer(call, {
    themeItems: tabbedObjects(call).map((object) => ({
      colors: themeColors(object),
      icons: [],
      name: object.name,
    })),
  });
}

function appMenus({ root }: DataCall): Answer {
  const names = ['AppSwitcher', 'Salesforce1'];
  return { status: 200, body: Object.fromEntries(names.map((name) => [name, `${root}/appMenu/${name}`])) };
}

function emptyMenu(): Answer {
  return { status: 200, body: { appMenuItems: [] } };
}

function tabbedObjects(call: DataCall): readonly ObjectSchema[] {
  const custom = call.org.catalog
    .summaries()
    .filter((summary) => summary.custom && summary.traits?.includes('layoutable'));
  return [...STANDARD_TABS, ...custom.map(({ name }) => name)].flatMap(
    (name) => findObject(call, name) ?? [],
  );
}
