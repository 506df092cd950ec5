import { Module } from '@nestjs/common';
import { SalesforceModule } from 'nestjs-salesforce';
import { Opportunity } from './opportunity.entity.js';
import { OverdueService } from './overdue.service.js';

@Module({
  imports: [
    SalesforceModule.forRootAsync({
      useFactory: () => ({
        auth: {
          flow: 'client-credentials',
          clientId: process.env['SALESFORCE_CLIENT_ID'] ?? '',
          clientSecret: process.env['SALESFORCE_CLIENT_SECRET'] ?? '',
        },
        loginUrl: process.env['SALESFORCE_LOGIN_URL'],
      }),
    }),
    SalesforceModule.forFeature([Opportunity]),
  ],
  providers: [OverdueService],
})
export class AppModule {}
