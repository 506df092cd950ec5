import type { ConformanceCase } from '../../support/conformance/conformance-case.interface.js';
import { conformanceSuite } from '../../support/conformance/conformance-suite.js';

const NOT_FOUND = [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }];
const XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>';

const CASES: readonly ConformanceCase[] = [
  {
    title: 'tells its versions without a session, from 30.0 on',
    steps: [
      {
        call: 'GET /services/data',
        token: null,
        status: 200,
        answerHeaders: { 'content-type': 'application/json;charset=UTF-8', 'sforce-limit-info': null },
        contains: [
          { label: /^Spring [’']14$/, url: '/services/data/v30.0', version: '30.0' },
          { label: /^Summer [’']14$/, url: '/services/data/v31.0', version: '31.0' },
          { label: /^Winter [’']15$/, url: '/services/data/v32.0', version: '32.0' },
          // Three a year, one after the other, up to the newest.
          ...Array.from({ length: 35 }, (_, index) => ({ version: `${33 + index}.0` })),
        ],
      },
    ],
  },
  {
    title: 'tells the resources of a version, at the address of the version',
    steps: [
      {
        call: 'GET /services/data/v60.0',
        status: 200,
        answerHeaders: { 'sforce-limit-info': /^api-usage=\d+\/\d+$/ },
        contains: {
          sobjects: '/services/data/v60.0/sobjects',
          query: '/services/data/v60.0/query',
          composite: '/services/data/v60.0/composite',
          limits: '/services/data/v60.0/limits',
        },
      },
    ],
  },
  {
    title: 'refuses sessions that it does not know',
    steps: [
      {
        call: 'GET /limits',
        token: null,
        status: 401,
        answer: [{ message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' }],
      },
      {
        call: 'GET /limits',
        token: '00D000000000001!nothing',
        status: 401,
        answer: [{ message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' }],
      },
    ],
  },
  {
    title: 'has no resources but its own, and no versions that are retired',
    steps: [
      { call: 'GET /nothing', status: 404, answer: NOT_FOUND },
      { call: 'GET /services/data/v99.0/limits', status: 404, answer: NOT_FOUND },
      { call: 'GET /services/data/v20.0/limits', status: 410, contains: [{ errorCode: /^\w+$/ }] },
      { call: 'GET /chatter/users/me', status: 404, answer: NOT_FOUND },
      { call: 'GET /analytics/reports', status: 404, answer: NOT_FOUND },
    ],
  },
  {
    title: 'says which methods a resource has',
    steps: [
      {
        call: 'DELETE /limits',
        status: 405,
        contains: [
          {
            errorCode: 'METHOD_NOT_ALLOWED',
            message: /^HTTP Method 'DELETE' not allowed\. Allowed are (?:HEAD,)?GET/,
          },
        ],
      },
      { call: 'GET /composite', status: 200, contains: { tree: '/services/data/v60.0/composite/tree' } },
    ],
  },
  {
    title: 'counts calls',
    steps: [
      { call: 'GET /limits', status: 200, answerHeaders: { 'sforce-limit-info': /^api-usage=1\/\d+$/ } },
      { call: 'GET /limits', status: 200, answerHeaders: { 'sforce-limit-info': /^api-usage=2\/\d+$/ } },
    ],
  },
  {
    title: 'describes all objects, and one of them, once',
    steps: [
      {
        call: 'GET /sobjects',
        status: 200,
        contains: { encoding: 'UTF-8', maxBatchSize: 200 },
      },
      {
        call: 'GET /sobjects/Ship__c/describe',
        status: 200,
        answerHeaders: { 'last-modified': / GMT$/ },
        contains: {
          name: 'Ship__c',
          label: 'Ship',
          labelPlural: 'Ships',
          keyPrefix: 'a00',
          custom: true,
          urls: {
            sobject: '/services/data/v60.0/sobjects/Ship__c',
            describe: '/services/data/v60.0/sobjects/Ship__c/describe',
            rowTemplate: '/services/data/v60.0/sobjects/Ship__c/{ID}',
          },
        },
      },
      {
        call: 'GET /sobjects/Account/describe',
        headers: { 'if-modified-since': 'Sat, 31 Jan 2026 10:00:00 GMT' },
        status: 304,
        answer: '',
      },
      { call: 'GET /sobjects/Whizbang/describe', status: 404, answer: NOT_FOUND },
    ],
  },
  {
    title: 'writes XML to those who ask for it, and reads it',
    steps: [
      {
        call: 'POST /sobjects/Ship__c',
        body: `${XML_HEAD}<Ship__c><Name>Endurance &amp; crew</Name></Ship__c>`,
        headers: { 'content-type': 'application/xml', accept: 'application/xml' },
        status: 201,
        answerHeaders: { 'content-type': 'application/xml;charset=UTF-8' },
        answer:
          /^<\?xml version="1\.0" encoding="UTF-8"\?><Result><id>a00\w{15}<\/id><success>true<\/success><\/Result>$/,
      },
      {
        call: 'GET /query.xml?q=SELECT+Name+FROM+Ship__c',
        status: 200,
        answer:
          /^<\?xml version="1\.0" encoding="UTF-8"\?><QueryResult><done>true<\/done><records type="Ship__c" url="\/services\/data\/v60\.0\/sobjects\/Ship__c\/a00\w{15}"><Name>Endurance &amp; crew<\/Name><\/records><totalSize>1<\/totalSize><\/QueryResult>$|^<\?xml version="1\.0" encoding="UTF-8"\?><QueryResult>.*<Name>Endurance &amp; crew<\/Name>.*<\/QueryResult>$/,
      },
      {
        call: 'GET /sobjects/Nothing',
        headers: { accept: 'application/xml' },
        status: 404,
        answer: `${XML_HEAD}<Errors><Error><errorCode>NOT_FOUND</errorCode><message>The requested resource does not exist</message></Error></Errors>`,
      },
    ],
  },
  {
    title: 'refuses bodies of other kinds',
    steps: [
      {
        call: 'POST /sobjects/Account',
        body: 'Name=Acme',
        headers: { 'content-type': 'text/plain' },
        status: 415,
        contains: [{ errorCode: 'UNSUPPORTED_MEDIA_TYPE' }],
      },
      {
        call: 'POST /sobjects/Account',
        body: '{"Name" "Acme"}',
        headers: { 'content-type': 'application/json' },
        status: 400,
        answer: [
          {
            message: `Unexpected character ('"' (code 34)): was expecting a colon to separate field name and value at [line:1, column:9]`,
            errorCode: 'JSON_PARSER_ERROR',
          },
        ],
      },
    ],
  },
  {
    title: 'offers no compression that nobody asked for, and answers to HEAD without a body',
    steps: [
      { call: 'GET /limits', status: 200, answerHeaders: { 'content-encoding': null } },
      { call: 'HEAD /limits', status: 200, answer: '' },
    ],
  },
];

conformanceSuite('the org and its formats', CASES);
