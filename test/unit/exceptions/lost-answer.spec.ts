import { describe, expect, it } from '@jest/globals';
import { isLostAnswer } from '../../../lib/exceptions/lost-answer.js';
import {
  exceptionFromErrors,
  exceptionFromResponse,
  exceptionFromTransportFailure,
} from '../../../lib/exceptions/salesforce-exception.converter.js';
import { SalesforceConfigurationException } from '../../../lib/exceptions/salesforce-configuration.exception.js';

const url = 'https://acme.my.salesforce.com/services/data';
const transportFailure = (code: string, phase?: 'body') =>
  exceptionFromTransportFailure(Object.assign(new Error(code), { code }), { url, phase });

describe('isLostAnswer', () => {
  it.each([
    ['a connection that was reset', transportFailure('ECONNRESET')],
    ['no answer in time', transportFailure('UND_ERR_HEADERS_TIMEOUT')],
    ['an answer that ends early', transportFailure('UND_ERR_SOCKET', 'body')],
    ['a gateway without the org behind it', exceptionFromResponse({ status: 503, body: '<html></html>' })],
    [
      'an org that is not available',
      exceptionFromErrors([{ errorCode: 'SERVER_UNAVAILABLE', message: 'too busy' }], { status: 503 }),
    ],
  ])('is so for %s', (_, error) => {
    expect(isLostAnswer(error)).toBe(true);
  });

  it.each([
    ['a page in another form', exceptionFromResponse({ status: 200, body: '{"half' })],
    [
      'a query that takes too long',
      exceptionFromErrors([{ errorCode: 'QUERY_TIMEOUT', message: 'too long' }], { status: 400 }),
    ],
    [
      'a cursor that has expired',
      exceptionFromErrors([{ errorCode: 'INVALID_QUERY_LOCATOR', message: 'invalid query locator' }], {
        status: 400,
      }),
    ],
    ['a closed connection', new SalesforceConfigurationException('closed')],
    ['an abort', new DOMException('aborted', 'AbortError')],
  ])('is not so for %s', (_, error) => {
    expect(isLostAnswer(error)).toBe(false);
  });
});
