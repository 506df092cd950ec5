import { SalesforceException } from '../../exceptions/salesforce.exception.js';
import type { HiddenSchema } from '../../schema/drift/hidden-schema.interface.js';
import { quoteSoqlString } from '../../soql/soql-string.js';
import type { ResourceRequest } from '../resource-request.interface.js';

/** What is asked: the org, behind a connection. */
export interface ToolingConnection {
  resource<T>(request: ResourceRequest): Promise<T>;
}

interface NameRow {
  readonly QualifiedApiName: string;
}

/**
 * What the Tooling API tells of an org's objects and fields: of those, too, that the connected user may not read, as long as
 * the user may view the setup. Without that, or where the API is not to be had, nothing is told.
 */
export class ToolingHiddenSchema implements HiddenSchema {
  readonly #connection: ToolingConnection;

  constructor(connection: ToolingConnection) {
    this.#connection = connection;
  }

  objects(names: readonly string[]): Promise<readonly string[]> {
    const list = names.map(quoteSoqlString).join(', ');
    return this.#names(`SELECT QualifiedApiName FROM EntityDefinition WHERE QualifiedApiName IN (${list})`);
  }

  fields(object: string): Promise<readonly string[]> {
    return this.#names(
      `SELECT QualifiedApiName FROM FieldDefinition WHERE EntityDefinition.QualifiedApiName = ${quoteSoqlString(object)}`,
    );
  }

  async #names(q: string): Promise<readonly string[]> {
    try {
      const answer = await this.#connection.resource<{ readonly records?: readonly NameRow[] }>({
        path: 'tooling/query',
        query: { q },
      });
      return (answer?.records ?? []).map(({ QualifiedApiName }) => QualifiedApiName);
    } catch (error) {
      if (error instanceof SalesforceException) return [];
      throw error;
    }
  }
}
