import {
  type DynamicModule,
  Inject,
  Module,
  type OnApplicationShutdown,
  type Provider,
} from '@nestjs/common';
import { EmbeddedOrg } from '../embedded/embedded-org.js';
import type { EmbeddedOrgOptions } from '../embedded/embedded-org-options.interface.js';
import { SalesforceConfigurationException } from '../exceptions/salesforce-configuration.exception.js';
import { SALESFORCE_SUBSTITUTE } from '../salesforce.constants.js';

/**
 * The embedded org of each connection.
 *
 * @publicApi
 */
export interface NamedOrgs {
  readonly orgs: Readonly<Record<string, EmbeddedOrg>>;
}

/** Closes the org that the module opened itself. */
class OpenedOrg implements OnApplicationShutdown {
  constructor(@Inject(EmbeddedOrg) private readonly org: EmbeddedOrg) {}

  async onApplicationShutdown(): Promise<void> {
    await this.org.close();
  }
}

/**
 * Puts embedded orgs in the place of the real ones: imported beside an application's own modules, nothing leaves the process,
 * whatever options these give their connections.
 *
 * @publicApi
 */
@Module({})
export class SalesforceTestingModule {
  /**
   * @param orgs one org for all connections; an org for each of them, by name; or the options of an org that the module opens and
   * closes, and that `moduleRef.get(EmbeddedOrg)` gives. Orgs that are handed over stay open. @default a new org in memory
   * @example
   * ```ts
   * const module = await Test.createTestingModule({ imports: [AppModule, SalesforceTestingModule.forRoot()] }).compile();
   * const org = module.get(EmbeddedOrg);
   * ```
   * @throws SalesforceConfigurationException while booting for a connection that `orgs` does not name.
   */
  static forRoot(orgs: EmbeddedOrg | EmbeddedOrgOptions | NamedOrgs = {}): DynamicModule {
    if ('orgs' in orgs) {
      const byName = (connection: string): EmbeddedOrg => orgOf(orgs, connection);
      return testingModule([{ provide: SALESFORCE_SUBSTITUTE, useValue: byName }]);
    }
    const forAll = {
      provide: SALESFORCE_SUBSTITUTE,
      useFactory: (org: EmbeddedOrg) => () => org,
      inject: [EmbeddedOrg],
    };
    if (orgs instanceof EmbeddedOrg) return testingModule([{ provide: EmbeddedOrg, useValue: orgs }, forAll]);
    const opened = { provide: EmbeddedOrg, useFactory: () => EmbeddedOrg.create(orgs) };
    return testingModule([opened, forAll], [OpenedOrg]);
  }
}

function testingModule(shared: Provider[], own: Provider[] = []): DynamicModule {
  return {
    module: SalesforceTestingModule,
    global: true,
    providers: [...shared, ...own],
    exports: shared,
  };
}

function orgOf({ orgs }: NamedOrgs, connection: string): EmbeddedOrg {
  const org = Object.hasOwn(orgs, connection) ? orgs[connection] : undefined;
  if (org) return org;
  throw new SalesforceConfigurationException(
    `SalesforceTestingModule was given no org for the connection '${connection}', but for ${Object.keys(orgs).join(', ') || 'none'}.`,
    { connection },
  );
}
