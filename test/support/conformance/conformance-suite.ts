import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EmbeddedOrg } from '../../../lib/embedded/embedded-org.js';
import type { SObjectDefinition } from '../../../lib/schema/sobject-definition.interface.js';
import type { HttpMethod } from '../../../lib/transport/transport.interface.js';
import type { ConformanceCase, ConformanceStep } from './conformance-case.interface.js';
import { ORG_WAYS, type OrgWay } from './org-ways.js';

const SHIP: SObjectDefinition = {
  name: 'Ship__c',
  label: 'Ship',
  labelPlural: 'Ships',
  keyPrefix: 'a00',
  custom: true,
  createable: true,
  updateable: true,
  deletable: true,
  queryable: true,
  fields: [
    {
      name: 'Name',
      label: 'Ship Name',
      type: 'string',
      length: 80,
      nameField: true,
      idLookup: true,
      createable: true,
      updateable: true,
      nillable: true,
    },
    {
      name: 'Code__c',
      label: 'Code',
      type: 'string',
      length: 20,
      custom: true,
      externalId: true,
      idLookup: true,
      createable: true,
      updateable: true,
      nillable: true,
    },
  ],
};

/** Runs cases in every way that an org can be reached, each case on an org of its own. */
export function conformanceSuite(title: string, cases: readonly ConformanceCase[]): void {
  describe.each(Object.entries(ORG_WAYS))(`${title}, %s`, (_way, openWay) => {
    let org: EmbeddedOrg;
    let way: OrgWay;
    let names: Record<string, string>;

    beforeEach(async () => {
      org = await EmbeddedOrg.create({
        clock: () => new Date('2026-01-31T10:00:00Z'),
        bulkJobs: 'hold',
        definitions: [SHIP],
        user: { username: 'admin@example.com', password: 'secret', email: 'admin@example.com' },
        onUnexpectedError: (error) => {
          throw error;
        },
      });
      way = await openWay(org);
      names = { organization: org.organizationId, token: org.accessToken, origin: way.origin };
    });
    afterEach(async () => {
      await way.close();
      await org.close();
    });

    const named = (text: string): string =>
      text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => names[name] ?? whole);

    /** Texts with names in them get their values, regular expressions match texts, and all the rest is what it is. */
    function expected(value: unknown): unknown {
      if (value instanceof RegExp) return expect.stringMatching(value);
      if (typeof value === 'string') return named(value);
      if (Array.isArray(value)) return value.map(expected);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, expected(each)]));
    }

    async function take(step: ConformanceStep): Promise<void> {
      if (step.afterJobs) org.runBulkJobs();
      const [method, path = ''] = named(step.call).split(/ (.*)/s) as [HttpMethod, string];
      const token = step.token === undefined ? org.accessToken : step.token;
      const isJson = step.body !== undefined && typeof step.body !== 'string';
      const reply = await way.send({
        method,
        path: /^\/(?:services|id|\.well-known)\b/.test(path) ? path : `/services/data/v60.0${path}`,
        headers: {
          ...(token !== null && { authorization: `Bearer ${named(token)}` }),
          ...(isJson && { 'content-type': 'application/json' }),
          ...Object.fromEntries(
            Object.entries(step.headers ?? {}).map(([name, value]) => [name, named(value)]),
          ),
        },
        ...(step.body !== undefined && {
          body: named(isJson ? JSON.stringify(step.body) : (step.body as string)),
        }),
      });
      const json = reply.headers['content-type']?.startsWith('application/json') === true;
      const body: unknown = json && reply.text !== '' ? JSON.parse(reply.text) : reply.text;
      const answer = { call: step.call, status: reply.status, body };
      const { call, status } = step;
      if ('answer' in step) expect(answer).toEqual({ call, status, body: expected(step.answer) });
      else if ('contains' in step)
        expect(answer).toMatchObject({ call, status, body: expected(step.contains) });
      else expect(answer).toMatchObject({ call, status });
      for (const [name, value] of Object.entries(step.answerHeaders ?? {})) {
        expect({ [name]: reply.headers[name] ?? null }).toEqual({ [name]: expected(value) });
      }
      for (const [name, place] of Object.entries(step.keep ?? {})) names[name] = valueAt(body, place);
    }

    it.each(cases)('$title', async ({ steps }) => {
      for (const step of steps) await take(step);
    });
  });
}

/** @param place such as `records.0.Id` */
function valueAt(body: unknown, place: string | RegExp): string {
  if (place instanceof RegExp) return place.exec(String(body))?.[1] ?? '';
  return String(place.split('.').reduce((value, name) => (value as Record<string, unknown>)[name], body));
}
