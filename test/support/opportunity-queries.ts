import { SalesforceConnection } from '../../lib/connection/salesforce-connection.js';
import { getRepository } from '../../lib/repository/repository.factory.js';
import { Opportunity } from '../unit/query/query-entities.js';
import { type Answer, ScriptedTransport } from './scripted-transport.js';

/** Queries of opportunities, over a network that answers by script. */
export function opportunityQueries(answer: Answer) {
  const transport = new ScriptedTransport(answer);
  const connection = new SalesforceConnection(
    'default',
    { auth: { flow: 'session', accessToken: 'token', instanceUrl: 'https://acme.my.salesforce.com' } },
    { transport },
  );
  return { transport, opportunities: getRepository(connection, Opportunity) };
}

/** An answer of records, as one page. */
export const page = (...records: object[]) => ({
  totalSize: records.length,
  done: true,
  records: records.map((record) => Object.assign({ attributes: { type: 'Opportunity' } }, record)),
});
