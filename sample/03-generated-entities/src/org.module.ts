import { fileURLToPath } from 'node:url';
import { Module, type OnApplicationShutdown } from '@nestjs/common';
import { EmbeddedOrg } from 'nestjs-salesforce/embedded';

const SNAPSHOT = fileURLToPath(new URL('../schema/org.snapshot.gz', import.meta.url));

/** An embedded org with the schema and the records of the snapshot that the entities were written from. */
@Module({
  providers: [{ provide: EmbeddedOrg, useFactory: () => EmbeddedOrg.create({ snapshot: SNAPSHOT }) }],
  exports: [EmbeddedOrg],
})
export class OrgModule implements OnApplicationShutdown {
  constructor(private readonly org: EmbeddedOrg) {}

  onApplicationShutdown(): Promise<void> {
    return this.org.close();
  }
}
