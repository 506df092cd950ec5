import { OrgError } from '../../../org-error.js';
import type { Answer } from '../../org-exchange.interface.js';
import { isObject } from '../../request-body.js';
import type { DataCall, DataResource } from '../../resource.interface.js';
import { layoutItem } from '../../sobjects/layout/layout-item.js';
import { metadataAnswer } from '../../sobjects/metadata-answer.js';
import { metadataId } from '../../sobjects/metadata-id.js';
import { describeFor } from '../../sobjects/sobject-description.js';
import { recordValues, requireObject } from '../../sobjects/sobject-request.js';
import { type QuickAction, quickActionsOf, requireQuickAction } from './quick-action.js';
import { contextValues, formValues } from './quick-action-form.js';

const ID_LENGTH = 15;

/** The actions of the org, and the same of every object: `/quickActions/NewTask`, `/sobjects/Account/quickActions/NewTask`. */
export const quickActionResources: readonly DataResource[] = ['', '/sobjects/:sobject'].flatMap((prefix) =>
  resourcesBelow(`${prefix}/quickActions`),
);

function resourcesBelow(path: string): readonly DataResource[] {
  return [
    { path, since: 28, methods: { GET: list } },
    { path: `${path}/:action`, since: 28, methods: { GET: one, POST: run } },
    { path: `${path}/:action/describe`, since: 28, methods: { GET: describe } },
    { path: `${path}/:action/defaultValues`, since: 28, methods: { GET: defaultValues } },
    { path: `${path}/:action/defaultValues/:context`, since: 29, methods: { GET: defaultValues } },
  ];
}

function list(call: DataCall): Answer {
  const root = rootOf(call);
  return metadataAnswer(
    call,
    actionsFor(call).map((action) => summary(action, root)),
  );
}

function one(call: DataCall): Answer {
  return metadataAnswer(call, summary(actionOf(call), rootOf(call)));
}

function describe(call: DataCall): Answer {
  const action = actionOf(call);
  const description = describeFor(call, action.object);
  const items = action.fields.flatMap((name, index) => {
    const field = description.fields.find((candidate) => candidate.name === name);
    return field ? [layoutItem(description, field, index + 1)] : [];
  });
  return metadataAnswer(call, {
    ...summary(action, rootOf(call)),
    accessLevelRequired: null,
    ...NOT_A_CANVAS_NOR_A_PAGE,
    colors: [],
    contextSobjectType: null,
    defaultValues: Object.entries(action.predefined).map(([field, value]) => ({
      defaultValue: String(value),
      field,
    })),
    icons: [],
    layout: {
      layoutRows: items.map((item) => ({ layoutItems: [item], numItems: 1 })),
      name: action.name,
    },
    targetSobjectType: action.object.name,
  });
}

function defaultValues(call: DataCall): Answer {
  const action = actionOf(call);
  const values = formValues(call, action, call.parameters['context']);
  return metadataAnswer(call, { attributes: { type: action.object.name }, ...values });
}

/** Makes the record: `{ "contextId": "001…", "record": { "Subject": "Hello" } }`. */
function run(call: DataCall): Answer {
  const action = actionOf(call);
  const { contextId, record } = call.body.object();
  if (!isObject(record))
    throw new OrgError('REQUIRED_FIELD_MISSING', 'Required fields are missing: [record]');
  const context = typeof contextId === 'string' ? contextId : undefined;
  const values = {
    ...action.predefined,
    ...contextValues(call, action, context),
    ...recordValues(record),
  };
  const id = call.org.records.insert(action.object, values, call.user);
  return {
    status: 201,
    body: { contextId: context ?? null, created: true, errors: [], feedItemIds: [], id, success: true },
  };
}

function summary(action: QuickAction, root: string) {
  const url = `${root}/${action.name}`;
  return {
    actionEnumOrId: metadataId('09D', action.name).slice(0, ID_LENGTH),
    label: action.label,
    name: action.name,
    type: action.type,
    urls: {
      defaultValues: `${url}/defaultValues`,
      quickAction: url,
      describe: `${url}/describe`,
      defaultValuesTemplate: `${url}/defaultValues/{ID}`,
    },
  };
}

function actionOf(call: DataCall): QuickAction {
  if (call.parameters['sobject'] !== undefined) requireObject(call);
  return requireQuickAction(actionsFor(call), call.parameters['action'] ?? '');
}

/** Those that make records of objects which the user knows. */
function actionsFor({ org, user }: DataCall): readonly QuickAction[] {
  return quickActionsOf(org.catalog).filter(({ object }) => org.permissions.seen(user, object));
}

function rootOf(call: DataCall): string {
  if (call.parameters['sobject'] === undefined) return `${call.root}/quickActions`;
  return `${call.root}/sobjects/${requireObject(call).name}/quickActions`;
}

/** Properties of the kinds of actions that there are none of. */
const NOT_A_CANVAS_NOR_A_PAGE = {
  canvasApplicationId: null,
  canvasApplicationName: null,
  flowDevName: null,
  flowRecordIdVar: null,
  height: null,
  iconName: null,
  iconUrl: null,
  lightningComponentBundleId: null,
  lightningComponentBundleName: null,
  lightningComponentQualifiedName: null,
  lightningWebComponentBundleId: null,
  lightningWebComponentBundleName: null,
  lightningWebComponentQualifiedName: null,
  miniIconUrl: null,
  mobileExtensionId: null,
  showQuickActionLcHeader: false,
  showQuickActionVfHeader: false,
  targetParentField: null,
  targetRecordTypeId: null,
  visualforcePageName: null,
  visualforcePageUrl: null,
  width: null,
} as const;
