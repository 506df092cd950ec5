/**
 * Does what an invocable action of an org would: a standard one, one of Apex, a flow. What it returns are the output
 * values; what it throws is the error of that one run.
 *
 * @publicApi
 */
export type InvocableActionHandler = (
  input: Readonly<Record<string, unknown>>,
  context: InvocableActionContext,
) => Readonly<Record<string, unknown>> | void;

/** @publicApi */
export interface InvocableActionContext {
  /** Who calls. */
  readonly userId: string;
}

export interface ActionParameter {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly type: string;
  readonly required: boolean;
}

export interface StandardAction {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly category: string;
  readonly description: string;
  readonly inputs: readonly ActionParameter[];
  readonly outputs: readonly ActionParameter[];
}

function parameter(name: string, label: string, type: string, required: boolean): ActionParameter {
  return { name, label, description: label, type, required };
}

/** The standard actions that the org describes; what they do is up to handlers. */
export const STANDARD_ACTIONS: readonly StandardAction[] = [
  {
    name: 'chatterPost',
    label: 'Post to Chatter',
    type: 'CHATTERPOST',
    category: 'Messaging',
    description: 'Create a Chatter post.',
    inputs: [
      parameter('text', 'Message', 'STRING', true),
      parameter('subjectNameOrId', 'Target Name or ID', 'STRING', true),
      parameter('type', 'Target Type', 'STRING', false),
      parameter('communityId', 'Community ID', 'STRING', false),
      parameter('visibility', 'Visibility', 'STRING', false),
    ],
    outputs: [parameter('feedItemId', 'Feed Item ID', 'ID', true)],
  },
  {
    name: 'emailSimple',
    label: 'Send Email',
    type: 'EMAILSIMPLE',
    category: 'Messaging',
    description: 'Send an email.',
    inputs: [
      parameter('emailBody', 'Body', 'TEXTAREA', true),
      parameter('emailSubject', 'Subject', 'STRING', true),
      parameter('emailAddresses', 'Email Addresses (comma-separated)', 'STRING', false),
      parameter('emailAddressesArray', 'Email Addresses (collection)', 'STRING', false),
      parameter('senderType', 'Sender Type', 'STRING', false),
      parameter('senderAddress', 'Sender Address', 'STRING', false),
    ],
    outputs: [],
  },
];
