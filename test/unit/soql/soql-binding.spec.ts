import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { FieldType } from '../../../lib/protocol/field-type.type.js';
import { compileWhere } from '../../../lib/query/where/where-compiler.js';
import type { Condition } from '../../../lib/soql/ast/condition.js';
import { comparison, membership } from '../../../lib/soql/ast/factories/condition.factory.js';
import { fieldPath } from '../../../lib/soql/ast/factories/expression.factory.js';
import { stringLiteral } from '../../../lib/soql/ast/factories/literal.factory.js';
import { selected } from '../../../lib/soql/ast/factories/select-item.factory.js';
import { fromClause, soqlQuery } from '../../../lib/soql/ast/factories/soql-query.factory.js';
import type { Literal } from '../../../lib/soql/ast/literal.js';
import type { SoqlQuery } from '../../../lib/soql/ast/soql-query.js';
import { parseSoql } from '../../../lib/soql/parser/soql-parser.js';
import { literalFor } from '../../../lib/soql/soql-literal.js';
import { printSoql } from '../../../lib/soql/soql-printer.js';
import { escapeLike } from '../../../lib/soql/soql-string.js';
import { soql } from '../../../lib/soql/soql-tag.js';
import { days, finiteNumbers, hostileTexts, instants, recordIds } from '../../support/hostile-values.js';
import { Account, metadataOf } from '../query/query-entities.js';

const VALUES_OF_A_RUN = 50;

interface Kind {
  readonly values: fc.Arbitrary<unknown>;
  readonly type: FieldType;
  /** The field and the property of the entity that have such values. */
  readonly field: string;
  readonly property: string;
  readonly runs: number;
  /** The value that a literal stands for. */
  read(literal: Literal): unknown;
}

/** A hundred thousand values in all. */
const KINDS: Readonly<Record<string, Kind>> = {
  texts: {
    values: hostileTexts(),
    type: 'string',
    field: 'Name',
    property: 'name',
    runs: 1_000,
    read: stringOf,
  },
  numbers: {
    values: finiteNumbers(),
    type: 'currency',
    field: 'AnnualRevenue',
    property: 'annualRevenue',
    runs: 500,
    read: (literal) => literal.kind === 'number' && Number(literal.text),
  },
  instants: {
    values: instants(),
    type: 'datetime',
    field: 'CreatedDate',
    property: 'createdDate',
    runs: 250,
    read: (literal) => literal.kind === 'datetime' && new Date(literal.text),
  },
  days: {
    values: days(),
    type: 'date',
    field: 'FoundedOn__c',
    property: 'foundedOn',
    runs: 150,
    // The tag goes by the type of the value alone, so a day is a text to it; soql.date() makes it a day.
    read: (literal) => (literal.kind === 'date' ? literal.text : stringOf(literal)),
  },
  ids: {
    values: recordIds(),
    type: 'id',
    field: 'Id',
    property: 'id',
    runs: 100,
    read: stringOf,
  },
};

/** A query as it arrives at the server. */
function sent(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8');
}

function stringOf(literal: Literal): unknown {
  return literal.kind === 'string' && literal.value;
}

function query(where: Condition): SoqlQuery {
  return soqlQuery({ select: [selected(fieldPath('Id'))], from: fromClause('Account'), where });
}

function whereOf(where: object): Condition {
  const condition = compileWhere(metadataOf(Account), where);
  if (typeof condition === 'boolean') throw new TypeError(`${condition} is no condition`);
  return condition;
}

/** The queries for records with one of the values, by every way in which a value goes into a query. */
function queriesFor(values: readonly unknown[], { type, field, property }: Kind): readonly string[] {
  const literals = values.map((value) => literalFor(type, value));
  return [
    String(soql`SELECT Id FROM Account WHERE ${soql.identifier(field)} IN ${values}`),
    printSoql(query(membership(fieldPath(field), literals))),
    printSoql(query(whereOf({ [property]: { in: values } }))),
  ];
}

describe('values that go into a query through the soql tag, literalFor and a where', () => {
  it.each(Object.entries(KINDS))('come back as themselves: %s', (_, kind) => {
    const lists = fc.array(kind.values, { minLength: VALUES_OF_A_RUN, maxLength: VALUES_OF_A_RUN });
    fc.assert(
      fc.property(lists, (values) => {
        for (const text of queriesFor(values, kind)) {
          const parsed = parseSoql(sent(text));
          const literals = parsed.where?.kind === 'membership' ? parsed.where.values : [];
          // Nothing of a value became syntax: the query is the one that was meant.
          const meant = query(membership(fieldPath(kind.field), literals));
          expect(isDeepStrictEqual([literals.map(kind.read), parsed], [values, meant])).toBe(true);
        }
      }),
      { seed: 11, numRuns: kind.runs },
    );
  });

  it('come back as themselves: a hundred thousand of them', () => {
    const runs = Object.values(KINDS).map((kind) => kind.runs);
    expect(runs.reduce((sum, count) => sum + count, 0) * VALUES_OF_A_RUN).toBe(100_000);
  });

  it('come back as themselves: days of the tag', () => {
    fc.assert(
      fc.property(days(), (day) => {
        const { where } = parseSoql(String(soql`SELECT Id FROM Account WHERE CloseDate = ${soql.date(day)}`));
        expect(where).toMatchObject({ kind: 'comparison', right: { kind: 'date', text: day } });
      }),
      { seed: 12, numRuns: 500 },
    );
  });

  it('come back as the patterns they are behind LIKE', () => {
    fc.assert(
      fc.property(hostileTexts(), (text) => {
        const pattern = `${escapeLike(text)}%`;
        const meant = query(comparison(fieldPath('Name'), 'LIKE', stringLiteral(pattern)));
        const texts = [
          String(soql`SELECT Id FROM Account WHERE Name LIKE ${pattern}`),
          printSoql(query(whereOf({ name: { startsWith: text } }))),
        ];
        expect(texts.map((one) => parseSoql(sent(one)))).toEqual([meant, meant]);
      }),
      { seed: 13, numRuns: 1_000 },
    );
  });
});
