import { Module } from '@nestjs/common';
import { SalesforceModule } from 'nestjs-salesforce';
import { AccountsModule } from './accounts/accounts.module.js';
import { ContactsModule } from './contacts/contacts.module.js';
import { OpportunitiesModule } from './opportunities/opportunities.module.js';
import { salesforceOptions } from './salesforce.config.js';

@Module({
  imports: [
    SalesforceModule.forRootAsync({ useFactory: () => salesforceOptions() }),
    AccountsModule,
    ContactsModule,
    OpportunitiesModule,
  ],
})
export class AppModule {}
