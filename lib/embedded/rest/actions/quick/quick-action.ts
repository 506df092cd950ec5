import type { Catalog } from '../../../catalog/catalog.js';
import type { ObjectSchema } from '../../../catalog/object-schema.js';
import { resourceNotFound } from '../../error-answer.js';

/** An action that makes a record with few fields. */
export interface QuickAction {
  readonly name: string;
  readonly label: string;
  readonly type: 'Create' | 'LogACall';
  readonly object: ObjectSchema;
  /** The fields of its form. */
  readonly fields: readonly string[];
  /** What it sets by itself. */
  readonly predefined: Readonly<Record<string, unknown>>;
}

interface ActionDefinition extends Omit<QuickAction, 'object' | 'predefined'> {
  readonly sobject: string;
  readonly predefined?: Readonly<Record<string, unknown>>;
}

/** The actions that a new org has. */
const DEFINITIONS: readonly ActionDefinition[] = [
  {
    name: 'LogACall',
    label: 'Log a Call',
    type: 'LogACall',
    sobject: 'Task',
    fields: ['Subject', 'Description', 'WhoId', 'WhatId'],
    predefined: { Subject: 'Call', Status: 'Completed' },
  },
  create('NewAccount', 'Account', ['Name', 'Phone', 'OwnerId']),
  create('NewCase', 'Case', ['ContactId', 'Status', 'Subject', 'Description']),
  create('NewContact', 'Contact', ['FirstName', 'LastName', 'Email', 'Phone', 'AccountId', 'Title']),
  create('NewEvent', 'Event', [
    'Subject',
    'StartDateTime',
    'EndDateTime',
    'IsAllDayEvent',
    'WhoId',
    'WhatId',
  ]),
  create('NewLead', 'Lead', ['FirstName', 'LastName', 'Company', 'Phone', 'Email']),
  create('NewNote', 'ContentNote', ['Title', 'Content']),
  create('NewOpportunity', 'Opportunity', ['Name', 'AccountId', 'CloseDate', 'StageName', 'Amount']),
  create('NewTask', 'Task', ['Subject', 'ActivityDate', 'WhoId', 'WhatId', 'OwnerId', 'Status']),
];

function create(name: string, sobject: string, fields: readonly string[]): ActionDefinition {
  return { name, label: `New ${name.slice('New'.length)}`, type: 'Create', sobject, fields };
}

/** The quick actions of an org with these objects. */
export function quickActionsOf(catalog: Catalog): readonly QuickAction[] {
  return DEFINITIONS.flatMap(({ sobject, predefined = {}, ...action }) => {
    const object = catalog.get(sobject);
    return object ? [{ ...action, predefined, object }] : [];
  });
}

export function requireQuickAction(actions: readonly QuickAction[], name: string): QuickAction {
  const action = actions.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
  if (!action) throw resourceNotFound();
  return action;
}
