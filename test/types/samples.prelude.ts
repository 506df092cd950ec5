// What the samples of README.md and of doc comments may take for granted: a module each of them imports by name, as
// `test/support/extract-samples.mjs` writes it, and whose names a sample may declare anew.
import type { INestApplication } from '@nestjs/common';
import {
  Binary,
  Children,
  DateString,
  type ClientCredentialsAuthOptions,
  Field,
  type Geolocation,
  Id,
  Lookup,
  type Polymorphic,
  type Related,
  type SalesforceConnection,
  type SalesforceConnectionOptions,
  type SalesforceConnections,
  SalesforceRepository,
  SObject,
} from 'nestjs-salesforce';
import type { EmbeddedOrg } from 'nestjs-salesforce/embedded';

export { afterEach, expect } from '@jest/globals';
export { ConflictException, Injectable, Module } from '@nestjs/common';
export { Test } from '@nestjs/testing';
export { createReadStream, createWriteStream } from 'node:fs';
export { pipeline } from 'node:stream/promises';
export { defineConfig } from 'nestjs-salesforce/config';
export {
  avg,
  Binary,
  calendarYear,
  Children,
  count,
  CustomRepository,
  DateLiteral,
  DateString,
  Field,
  type FindOptions,
  getConnectionToken,
  getRepository,
  getRepositoryToken,
  formatted,
  grouping,
  encodePathSegment,
  escapeLike,
  Id,
  InjectConnection,
  InjectRepository,
  Lookup,
  MasterDetail,
  max,
  min,
  type OpenPicklistValue,
  type OrderBy,
  PartialWriteException,
  type PicklistValue,
  picklistValues,
  Polymorphic,
  Related,
  returning,
  RowLockedException,
  SalesforceConnection,
  SalesforceConnections,
  SalesforceExceptionFilter,
  SalesforceModule,
  type SalesforceModuleOptions,
  type SalesforceOptionsFactory,
  SalesforceRepository,
  type SaveResult,
  searchFor,
  type Select,
  type Selected,
  SObject,
  soql,
  sosl,
  sum,
  type Where,
} from 'nestjs-salesforce';
export { type ApexRestHandler, EmbeddedOrg, type SeedTables } from 'nestjs-salesforce/embedded';
export { SalesforceTestingModule } from 'nestjs-salesforce/testing';

abstract class Audited {
  @Id() readonly id!: string;
  @Field({ readOnly: true }) readonly createdDate!: Date;
}

@SObject()
export class User extends Audited {
  @Field({ type: 'reference' }) managerId!: string | null;
  @Lookup(() => User, 'managerId') manager?: Related<User> | null;
  @Field({ readOnly: true }) readonly name!: string;
  @Field({ type: 'email' }) email!: string | null;
  @Field() isActive!: boolean;
}

@SObject()
export class Account extends Audited {
  @Field() name!: string;
  @Field({ type: 'picklist' }) industry!: string | null;
  @Field({ type: 'picklist' }) rating!: string | null;
  @Field({ type: 'picklist' }) type!: string | null;
  @Field({ type: 'picklist' }) billingStateCode!: string | null;
  @Field({ type: 'phone' }) phone!: string | null;
  @Field({ type: 'currency' }) annualRevenue!: number | null;
  @Field({ type: 'string', custom: true, externalId: true, unique: true }) erpNumber!: string | null;
  @Field() ownerId!: string;
  @Lookup(() => User, 'ownerId') owner?: Related<User>;
  @Children(() => Contact, 'account') contacts?: Related<Contact[]>;
}

@SObject()
export class Contact extends Audited {
  @Field({ readOnly: true }) readonly name!: string;
  @Field() lastName!: string;
  @Field({ type: 'email' }) email!: string | null;
  @Field({ type: 'reference' }) accountId!: string | null;
  @Lookup(() => Account, 'accountId') account?: Related<Account> | null;
}

@SObject()
export class Opportunity extends Audited {
  @Field() name!: string;
  @Field({ type: 'picklist' }) stageName!: string;
  @Field({ type: 'currency' }) amount!: number | null;
  @Field({ type: 'date' }) closeDate!: DateString;
  @Field({ readOnly: true }) readonly isWon!: boolean;
  @Field({ type: 'location', custom: true }) site!: Geolocation | null;
  @Field({ type: 'reference' }) accountId!: string | null;
  @Lookup(() => Account, 'accountId') account?: Related<Account> | null;
}

@SObject()
export class Task extends Audited {
  @Field({ type: 'reference' }) whatId!: string | null;
  @Lookup(() => ({ Account, Opportunity }), 'whatId')
  what?: Polymorphic<{ Account: Account; Opportunity: Opportunity }> | null;
}

@SObject({ custom: true })
export class Invoice extends Audited {
  @Field({ readOnly: true }) readonly number!: string;
  @Field({ custom: true }) amount!: number;
}

@SObject()
export class Attachment extends Audited {
  @Field() name!: string;
  @Field() parentId!: string;
  @Field() body!: Binary;
}

export class AccountRepository extends SalesforceRepository<Account> {}

// What an application has of its own.
export declare class AppModule {}
export declare class AccountsService {
  renew(): Promise<void>;
}
export declare class ConfigModule {}
export declare class ConfigService {
  // oxlint-disable-next-line typescript/no-explicit-any -- as the one of @nestjs/config, whose values have any type
  getOrThrow(key: string): any;
}
export declare class ClockModule {}
export declare class Clock {
  startOfDay(): Date;
}
export interface Tenant {
  readonly id: string;
}

export declare const app: INestApplication;
export declare const org: EmbeddedOrg;
export declare const connection: SalesforceConnection;
export declare const connections: SalesforceConnections;
export declare const accounts: SalesforceRepository<Account>;
export declare const contacts: SalesforceRepository<Contact>;
export declare const opportunities: SalesforceRepository<Opportunity>;
export declare const tasks: SalesforceRepository<Task>;
export declare const attachments: SalesforceRepository<Attachment>;
export declare const invoices: SalesforceRepository<Invoice>;
export declare const fakeAccounts: Partial<SalesforceRepository<Account>>;
export declare const [acme, first, second]: [Account, Account, Account];
export declare const [leaver, successor]: [User, User];
export declare const [id, firstId, secondId, ownerId, parentId]: [string, string, string, string, string];
export declare const ids: string[];
export declare const [name, prefix, object, erpNumber, industry]: [string, string, string, string, string];
export declare const [words, exactName, start, unwanted]: [string, string, string, string];
export declare const since: Date | undefined;
export declare const dto: { readonly name: string; readonly closeDate: string };
export declare const mailer: { greet(contact: Contact): Promise<void> };
export declare const tenant: Tenant;
export declare function loadContacts(): Promise<void>;
export declare function optionsOf(tenant: Tenant): SalesforceConnectionOptions;
export declare const [emea, apac]: [ClientCredentialsAuthOptions, ClientCredentialsAuthOptions];
export declare const [clientId, username, privateKey]: [string, string, string];
