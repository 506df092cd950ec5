import { Module } from '@nestjs/common';
import { SalesforceModule } from 'nestjs-salesforce';
import { EmbeddedOrg } from 'nestjs-salesforce/embedded';
import { OrgModule } from './org.module.js';
import { Case, Turbine } from './salesforce/index.js';
import { TurbinesController } from './turbines.controller.js';
import { TurbinesService } from './turbines.service.js';

@Module({
  imports: [
    SalesforceModule.forRootAsync({
      imports: [OrgModule],
      inject: [EmbeddedOrg],
      // Entities that do not agree with the org are told at boot, not by the first query that fails.
      useFactory: (org: EmbeddedOrg) => ({ embedded: org, checkSchema: 'fail' }),
    }),
    SalesforceModule.forFeature([Case, Turbine]),
  ],
  controllers: [TurbinesController],
  providers: [TurbinesService],
})
export class AppModule {}
