import type { ConformanceCase } from '../../support/conformance/conformance-case.interface.js';
import { conformanceSuite } from '../../support/conformance/conformance-suite.js';

const NOT_FOUND = [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }];

const CASES: readonly ConformanceCase[] = [
  {
    title: 'one that is wrong takes a collection with it, where all or none are wanted',
    steps: [
      {
        call: 'POST /composite/sobjects',
        body: {
          allOrNone: true,
          records: [
            { attributes: { type: 'Account' }, Name: 'Acme' },
            { attributes: { type: 'Contact' }, FirstName: 'Ada' },
          ],
        },
        status: 200,
        answer: [
          {
            success: false,
            errors: [
              {
                statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK',
                message:
                  'Record rolled back because not all records were valid and the request was using AllOrNone header',
                fields: [],
              },
            ],
          },
          {
            success: false,
            errors: [
              {
                statusCode: 'REQUIRED_FIELD_MISSING',
                message: 'Required fields are missing: [LastName]',
                fields: ['LastName'],
              },
            ],
          },
        ],
      },
      {
        call: 'GET /query?q=SELECT+COUNT()+FROM+Account',
        status: 200,
        answer: { totalSize: 0, done: true, records: [] },
      },
      {
        call: 'POST /composite/sobjects',
        body: {
          records: Array.from({ length: 201 }, () => ({ attributes: { type: 'Account' }, Name: 'x' })),
        },
        status: 400,
        answer: [
          {
            message: 'record limit reached. cannot submit more than 200 records into this call',
            errorCode: 'EXCEEDED_ID_LIMIT',
          },
        ],
      },
    ],
  },
  {
    title: 'composite calls refer to what came before, and are undone together',
    steps: [
      {
        call: 'POST /composite',
        body: {
          allOrNone: true,
          compositeRequest: [
            {
              method: 'POST',
              url: '/services/data/v60.0/sobjects/Account',
              referenceId: 'one',
              body: { Name: 'Acme' },
            },
            {
              method: 'POST',
              url: '/services/data/v60.0/sobjects/Contact',
              referenceId: 'two',
              body: { LastName: 'Lovelace', AccountId: '@{one.id}' },
            },
          ],
        },
        status: 200,
        answer: {
          compositeResponse: [
            {
              body: { id: /^001\w{15}$/, success: true, errors: [] },
              httpHeaders: { Location: /^\/services\/data\/v60\.0\/sobjects\/Account\/001\w{15}$/ },
              httpStatusCode: 201,
              referenceId: 'one',
            },
            {
              body: { id: /^003\w{15}$/, success: true, errors: [] },
              httpHeaders: { Location: /^\/services\/data\/v60\.0\/sobjects\/Contact\/003\w{15}$/ },
              httpStatusCode: 201,
              referenceId: 'two',
            },
          ],
        },
      },
      {
        call: 'POST /composite',
        body: {
          allOrNone: true,
          compositeRequest: [
            {
              method: 'POST',
              url: '/services/data/v60.0/sobjects/Account',
              referenceId: 'one',
              body: { Name: 'Globex' },
            },
            { method: 'GET', url: '/services/data/v60.0/sobjects/Foo', referenceId: 'two' },
          ],
        },
        status: 200,
        answer: {
          compositeResponse: [
            {
              body: [
                {
                  errorCode: 'PROCESSING_HALTED',
                  message:
                    'The transaction was rolled back since another operation in the same transaction failed.',
                },
              ],
              httpHeaders: {},
              httpStatusCode: 400,
              referenceId: 'one',
            },
            { body: NOT_FOUND, httpHeaders: {}, httpStatusCode: 404, referenceId: 'two' },
          ],
        },
      },
      {
        call: 'GET /query?q=SELECT+Name+FROM+Account',
        status: 200,
        contains: { totalSize: 1, records: [{ Name: 'Acme' }] },
      },
    ],
  },
  {
    title: 'batches, trees and graphs',
    steps: [
      {
        call: 'POST /composite/batch',
        body: {
          batchRequests: [
            { method: 'POST', url: 'v60.0/sobjects/Account', richInput: { Name: 'Acme' } },
            { method: 'GET', url: 'v60.0/sobjects/Foo' },
          ],
        },
        status: 200,
        contains: {
          hasErrors: true,
          results: [
            { statusCode: 201, result: { success: true, errors: [] } },
            { statusCode: 404, result: NOT_FOUND },
          ],
        },
      },
      {
        call: 'POST /composite/tree/Account',
        body: {
          records: [
            {
              attributes: { type: 'Account', referenceId: 'ref1' },
              Name: 'Globex',
              Contacts: {
                records: [{ attributes: { type: 'Contact', referenceId: 'ref2' }, LastName: 'Scorpio' }],
              },
            },
          ],
        },
        status: 201,
        answer: {
          hasErrors: false,
          results: [
            { referenceId: 'ref1', id: /^001\w{15}$/ },
            { referenceId: 'ref2', id: /^003\w{15}$/ },
          ],
        },
      },
      {
        call: 'POST /composite/tree/Contact',
        body: {
          records: [{ attributes: { type: 'Contact', referenceId: 'ref1' }, LastName: 'x', Email: '123' }],
        },
        status: 400,
        answer: {
          hasErrors: true,
          results: [
            {
              referenceId: 'ref1',
              errors: [
                {
                  statusCode: 'INVALID_EMAIL_ADDRESS',
                  message: 'Email: invalid email address: 123',
                  fields: ['Email'],
                },
              ],
            },
          ],
        },
      },
      {
        call: 'POST /composite/graph',
        body: {
          graphs: [
            {
              graphId: 'g1',
              compositeRequest: [
                {
                  method: 'POST',
                  url: '/services/data/v60.0/sobjects/Account',
                  referenceId: 'a',
                  body: { Name: 'Hooli' },
                },
              ],
            },
          ],
        },
        status: 200,
        contains: { graphs: [{ graphId: 'g1', isSuccessful: true }] },
      },
    ],
  },
];

conformanceSuite('many records in a call', CASES);
