import { Injectable } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { SalesforceConfigurationException } from './exceptions/salesforce-configuration.exception.js';
import { SALESFORCE_DECLARATION } from './salesforce.constants.js';

/** What one `forRoot` or `forRootAsync` declares. */
export interface ConnectionDeclaration {
  /** Different for every call, so that two calls with equal options are two modules, however Nest identifies modules. */
  readonly id: string;
  readonly names: readonly string[];
}

/**
 * The names of the connections of one application. They are read off its modules, which are all there before the first
 * provider is: a wrong name is found whatever is created first.
 */
@Injectable()
export class SalesforceConnectionNames {
  constructor(private readonly modules: ModulesContainer) {
    const names = this.#declared();
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice === undefined) return;
    throw new SalesforceConfigurationException(
      `Two connections are named '${twice}'. Give each entry of SalesforceModule.forRoot() and forRootAsync() a name of its own.`,
      { connection: twice },
    );
  }

  /** @throws SalesforceConfigurationException when no connection of that name is declared. */
  assertDeclared(name: string, usedBy: string): void {
    const names = this.#declared();
    if (names.includes(name)) return;
    const known = names.map((one) => `'${one}'`).join(', ') || 'none';
    throw new SalesforceConfigurationException(
      `${usedBy} names the connection '${name}', which is not declared; declared are ${known}. ` +
        `Use one of those, or add { name: '${name}', … } to SalesforceModule.forRoot().`,
      { connection: name },
    );
  }

  #declared(): readonly string[] {
    return [...this.modules.values()].flatMap((module) => {
      const provider = module.providers.get(SALESFORCE_DECLARATION);
      return provider ? (provider.instance as ConnectionDeclaration).names : [];
    });
  }
}
