import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import type { EmbeddedOrgHandle } from '../../lib/connection/connection-options.interface.js';
import { EmbeddedOrg } from '../../lib/embedded/index.js';
import {
  AuthenticationException,
  Field,
  getRepositoryToken,
  Id,
  InvalidQueryException,
  InvalidResponseException,
  InvalidValueException,
  InvalidWriteException,
  SalesforceModule,
  type SalesforceModuleOptions,
  SalesforceNetworkException,
  type SalesforceRepository,
  SalesforceUnavailableException,
  SchemaMismatchException,
  SObject,
} from '../../lib/index.js';

@SObject()
class Contact {
  @Id() readonly id!: string;
  @Field() lastName!: string;
  @Field({ type: 'string' }) firstName!: string | null;
}

@SObject('Contact')
class ContactOfAnotherOrg {
  @Id() readonly id!: string;
  @Field() lastName!: string;
  @Field({ type: 'string', custom: true }) shoeSize!: string | null;
}

const ACCESS_TOKEN = '00D000000000001!token';
const opened: { close(): Promise<unknown> }[] = [];

afterEach(async () => {
  for (const each of opened.splice(0).toReversed()) await each.close();
});

async function serve(listener: RequestListener): Promise<string> {
  const server: Server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  opened.push({
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function boot(options: SalesforceModuleOptions): Promise<INestApplicationContext> {
  const moduleRef = await Test.createTestingModule({
    imports: [SalesforceModule.forRoot(options), SalesforceModule.forFeature([Contact, ContactOfAnotherOrg])],
  }).compile();
  const app = await moduleRef.init();
  opened.push(app);
  return app;
}

const contactsOf = (app: INestApplicationContext): SalesforceRepository<Contact> =>
  app.get(getRepositoryToken(Contact), { strict: false });

async function contactsAt(instanceUrl: string): Promise<SalesforceRepository<Contact>> {
  return contactsOf(await boot({ auth: { flow: 'session', accessToken: ACCESS_TOKEN, instanceUrl } }));
}

const failure = (promise: Promise<unknown>): Promise<Error> =>
  promise.then(
    (value) => Promise.reject(new Error(`expected a failure, got ${JSON.stringify(value)}`)),
    (error: Error) => error,
  );

/** A running org that was not told of the application's custom fields. */
async function deafOrg(): Promise<EmbeddedOrgHandle> {
  const embedded = await EmbeddedOrg.create();
  opened.push(embedded);
  const { instanceUrl, accessToken, transport } = embedded;
  return { instanceUrl, accessToken, transport, define: () => undefined, close: async () => undefined };
}

describe('bad input', () => {
  it('a wrong password is an AuthenticationException, and the right one works at once', async () => {
    const org = await EmbeddedOrg.create({ user: { username: 'admin@example.com', password: 'secret' } });
    const server = await org.listen({ port: 0 });
    opened.push(org, server);
    const signIn = (password: string) =>
      boot({
        loginUrl: server.url,
        auth: {
          flow: 'password',
          clientId: 'app',
          clientSecret: 'hush',
          username: 'admin@example.com',
          password,
        },
      });

    const exception = await failure(contactsOf(await signIn('wrong')).find());

    expect(exception).toBeInstanceOf(AuthenticationException);
    expect(exception).toMatchObject({
      code: 'SF_AUTHENTICATION',
      errorCode: 'invalid_grant',
      status: 400,
      connection: 'default',
    });
    expect(exception.message).toContain('authentication failure');
    expect(exception.message).not.toContain('wrong');
    expect(await contactsOf(await signIn('secret')).find()).toEqual([]);
  });

  it('a wrong password stops an eager application from booting', async () => {
    const org = await EmbeddedOrg.create({ user: { username: 'admin@example.com', password: 'secret' } });
    const server = await org.listen({ port: 0 });
    opened.push(org, server);

    const exception = await failure(
      boot({
        connect: 'eager',
        loginUrl: server.url,
        auth: {
          flow: 'password',
          clientId: 'a',
          clientSecret: 'b',
          username: 'admin@example.com',
          password: 'no',
        },
      }),
    );

    expect(exception).toBeInstanceOf(AuthenticationException);
  });

  it('an unreachable host is a SalesforceNetworkException', async () => {
    const url = await serve(() => undefined);
    await opened.pop()?.close();
    const contacts = await contactsAt(url);

    const exception = await failure(contacts.insert({ lastName: 'Lindqvist' }));

    expect(exception).toBeInstanceOf(SalesforceNetworkException);
    expect(exception.message).toContain(new URL(url).host);
    expect(exception.cause).toBeDefined();
  });

  it.each<[string, RequestListener, abstract new (...args: never) => Error, string]>([
    [
      'a 503',
      (_, response) =>
        response.writeHead(503).end('[{"errorCode":"SERVER_UNAVAILABLE","message":"server too busy"}]'),
      SalesforceUnavailableException,
      'server too busy',
    ],
    [
      'an HTML error page',
      (_, response) =>
        response
          .writeHead(502, { 'content-type': 'text/html' })
          .end(
            '<html><head><title>We are down for maintenance</title></head><body><p>Sorry</p></body></html>',
          ),
      SalesforceUnavailableException,
      'We are down for maintenance',
    ],
    [
      'an HTML page where JSON is due',
      (_, response) =>
        response
          .writeHead(200, { 'content-type': 'text/html' })
          .end('<html><head><title>URL No Longer Exists</title></head></html>'),
      InvalidResponseException,
      'URL No Longer Exists',
    ],
    [
      'a body that is not JSON',
      (_, response) =>
        response.writeHead(200, { 'content-type': 'application/json' }).end('{"totalSize": 1, oops'),
      InvalidResponseException,
      '',
    ],
    [
      'a truncated body',
      (_, response) => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
        response.write('{"totalSize": 1,');
        setImmediate(() => response.destroy());
      },
      InvalidResponseException,
      '',
    ],
    [
      'a JSON answer of another shape',
      (_, response) =>
        response.writeHead(200, { 'content-type': 'application/json' }).end('{"hello": "world"}'),
      InvalidResponseException,
      '',
    ],
  ])('%s is told as it is, and the next call works', async (_, misbehave, type, message) => {
    let calls = 0;
    const url = await serve((request, response) => {
      calls += 1;
      if (calls === 1) return misbehave(request, response);
      return response
        .writeHead(200, { 'content-type': 'application/json' })
        .end('{"totalSize":0,"done":true,"records":[]}');
    });
    const contacts = await contactsAt(url);

    const exception = await failure(contacts.find());

    expect(exception).toBeInstanceOf(type);
    expect(exception.message).toContain(message);
    expect(exception.message).not.toContain('token');
    expect(await contacts.find()).toEqual([]);
    expect(calls).toBe(2);
  });

  it('a field that the org does not have is a SchemaMismatchException with the place in the query', async () => {
    const app = await boot({ embedded: await deafOrg() });
    const contacts: SalesforceRepository<ContactOfAnotherOrg> = app.get(
      getRepositoryToken(ContactOfAnotherOrg),
      {
        strict: false,
      },
    );

    const exception = await failure(contacts.find({ select: { shoeSize: true } }));

    expect(exception).toBeInstanceOf(SchemaMismatchException);
    expect(exception).toMatchObject({ errorCode: 'INVALID_FIELD', status: 400 });
    expect(exception.message).toContain("No such column 'ShoeSize__c' on entity 'Contact'.");
    expect(exception.message).toContain('ERROR at Row:1:Column:');
  });

  it('an id of 19 characters is refused before anything is sent', async () => {
    let calls = 0;
    const contacts = await contactsAt(await serve(() => (calls += 1)));
    const id = '003000000000001AAA9';

    expect(await failure(contacts.findById(id))).toBeInstanceOf(InvalidQueryException);
    expect(await failure(contacts.find({ where: { id } }))).toBeInstanceOf(InvalidQueryException);
    expect(await failure(contacts.update(id, { lastName: 'x' }))).toBeInstanceOf(InvalidWriteException);
    expect(await failure(contacts.delete(id))).toBeInstanceOf(InvalidWriteException);
    expect((await failure(contacts.findById(id))).message).toContain(id);
    expect(calls).toBe(0);
  });

  it('300 characters in a field of 80 are told in Salesforce’s words, and nothing is half-written', async () => {
    const contacts = contactsOf(await boot({ embedded: {} }));
    const long = 'x'.repeat(300);

    const exception = await failure(contacts.insert({ lastName: long }));

    expect(exception).toBeInstanceOf(InvalidValueException);
    expect(exception).toMatchObject({ errorCode: 'STRING_TOO_LONG', fields: ['LastName'], status: 400 });
    expect(exception.message).toBe(`Last Name: data value too large: ${long} (max length=80)`);
    expect(await contacts.count()).toBe(0);

    const outcomes = await failure(contacts.insert([{ lastName: 'Short' }, { lastName: long }]));
    expect(outcomes).toMatchObject({
      code: 'SF_PARTIAL_WRITE',
      outcomes: [
        { index: 0, success: true, id: expect.stringMatching(/^003/) },
        { index: 1, success: false, exception: { errorCode: 'STRING_TOO_LONG' } },
      ],
    });
    expect(await contacts.find({ select: { lastName: true } })).toMatchObject([{ lastName: 'Short' }]);
  });
});
