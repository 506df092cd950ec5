import { defineConfig } from 'nestjs-salesforce/config';

// `npm run inspect` brings the entities up to date; `inspect:check` fails a build that has forgotten to, and `check` one whose
// entities and org differ. Applications call `nestjs-salesforce` where the scripts of this sample call ../../dist/cli/main.js.

const AUDIT = ['CreatedDate', 'LastModifiedDate'];

export default defineConfig({
  orgs: {
    // A copy of the org that builds and tests go by: `nestjs-salesforce snapshot schema/org.snapshot.gz --org production …`.
    default: 'schema/org.snapshot.gz',
    // The org itself, by its alias in the Salesforce CLI: `npm run check -- --org production`.
    production: 'sf:production',
  },
  entities: ['src/salesforce/*.entity.ts'],
  inspect: {
    out: 'src/salesforce',
    include: ['Account', 'Case', 'Contact', 'Task', 'User', '*__c'],
    // Without this, every field of an object becomes a property.
    fields: {
      Account: { include: ['Name', 'Industry', 'Phone', 'BillingCity', 'BillingCountry', '*__c', ...AUDIT] },
      Case: {
        include: ['CaseNumber', 'Subject', 'Status', 'Priority', 'IsClosed', 'AccountId', '*__c', ...AUDIT],
      },
      Contact: { include: ['FirstName', 'LastName', 'Name', 'Title', 'Email', 'AccountId', ...AUDIT] },
      Task: { include: ['Subject', 'Status', 'ActivityDate', 'IsClosed', 'WhatId', 'WhoId', ...AUDIT] },
      User: { include: ['Name', 'Email', 'IsActive'] },
      '*__c': { include: ['Name', 'OwnerId', '*__c', ...AUDIT] },
    },
  },
});
