import { describe, expect, it, jest } from '@jest/globals';
import { createAuthStrategy } from '../../../../lib/connection/auth/auth-strategy.factory.js';
import type { AuthStrategy } from '../../../../lib/connection/auth/auth-strategy.interface.js';
import { AuthenticationException } from '../../../../lib/exceptions/authentication.exception.js';
import { InvalidResponseException } from '../../../../lib/exceptions/invalid-response.exception.js';
import { SalesforceUnavailableException } from '../../../../lib/exceptions/salesforce-unavailable.exception.js';
import { type FakeAnswer, fakeDispatch } from '../../transport/fake-dispatch.js';

const result = (passwordExpired = false): string =>
  `<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns="urn:partner.soap.sforce.com"><soapenv:Body><loginResponse><result><metadataServerUrl>https://acme.my.salesforce.com/services/Soap/m/64.0/00Dx0000000BV7z</metadataServerUrl><passwordExpired>${passwordExpired}</passwordExpired><sandbox>false</sandbox><serverUrl>https://acme.my.salesforce.com/services/Soap/u/64.0/00Dx0000000BV7z</serverUrl><sessionId>00Dx!SESSION</sessionId><userId>005x00000012Q9PAAU</userId><userInfo><organizationId>00Dx0000000BV7zMAG</organizationId></userInfo></result></loginResponse></soapenv:Body></soapenv:Envelope>`;

const FAULT =
  '<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:sf="urn:fault.partner.soap.sforce.com"><soapenv:Body><soapenv:Fault><faultcode>sf:INVALID_LOGIN</faultcode><faultstring>INVALID_LOGIN: Invalid username, password, security token; or user locked out. (&quot;R&amp;D&quot;)</faultstring></soapenv:Fault></soapenv:Body></soapenv:Envelope>';

function strategy(answer: FakeAnswer) {
  const dispatch = fakeDispatch(() => answer);
  const auth: AuthStrategy = createAuthStrategy(
    { flow: 'soap', username: 'admin@acme.example', password: 'a<b&', securityToken: 'TOKEN' },
    { connection: 'emea', loginUrl: 'https://login.salesforce.com/', dispatch },
  );
  return { auth, dispatch };
}

function failure(answer: FakeAnswer): Promise<unknown> {
  return strategy(answer)
    .auth.login()
    .catch((error: unknown) => error);
}

describe('SoapStrategy', () => {
  it('logs in by the last version that has a SOAP login', async () => {
    const { auth, dispatch } = strategy({ body: result() });
    expect(await auth.login()).toEqual({
      accessToken: '00Dx!SESSION',
      instanceUrl: 'https://acme.my.salesforce.com',
      id: 'https://login.salesforce.com/id/00Dx0000000BV7zMAG/005x00000012Q9PAAU',
    });
    expect(dispatch.requests[0]).toMatchObject({
      method: 'POST',
      url: 'https://login.salesforce.com/services/Soap/u/64.0',
      body: expect.stringContaining(
        '<username>admin@acme.example</username><password>a&lt;b&amp;TOKEN</password>',
      ),
    });
  });

  it('writes nothing to the console, not even that this login retires', async () => {
    const methods = (['log', 'info', 'warn', 'error'] as const).map((name) =>
      jest.spyOn(console, name).mockImplementation(() => undefined),
    );
    await strategy({ body: result() }).auth.login();
    for (const method of methods) {
      expect(method).not.toHaveBeenCalled();
      method.mockRestore();
    }
  });

  it("throws a fault's text unescaped, with its code", async () => {
    const exception = await failure({ status: 500, body: FAULT });
    expect(exception).toBeInstanceOf(AuthenticationException);
    expect(exception).toMatchObject({
      message: 'INVALID_LOGIN: Invalid username, password, security token; or user locked out. ("R&D")',
      errorCode: 'INVALID_LOGIN',
      status: 500,
      connection: 'emea',
    });
  });

  it('takes a fault with any other code for a refused login too', async () => {
    const exception = await failure({
      status: 500,
      body: FAULT.replaceAll('INVALID_LOGIN', 'SOMETHING_ELSE'),
    });
    expect(exception).toBeInstanceOf(AuthenticationException);
    expect(exception).toMatchObject({ errorCode: 'SOMETHING_ELSE' });
  });

  it('refuses the restricted session of an expired password', async () => {
    const exception = await failure({ body: result(true) });
    expect(exception).toBeInstanceOf(AuthenticationException);
    expect(exception).toMatchObject({ errorCode: 'INVALID_OPERATION_WITH_EXPIRED_PASSWORD' });
  });

  it('refuses an answer without a session', async () => {
    expect(await failure({ body: '<html><title>Log in to the network</title></html>' })).toBeInstanceOf(
      InvalidResponseException,
    );
  });

  it('takes a page for an outage', async () => {
    expect(await failure({ status: 503, body: '<html><title>Down</title></html>' })).toBeInstanceOf(
      SalesforceUnavailableException,
    );
  });
});
