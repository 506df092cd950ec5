import { describe, expect, it } from '@jest/globals';
import { readQueryTokens } from '../../../../../lib/cli/query/completion/query-token.js';
import { ScopeReader } from '../../../../../lib/cli/query/completion/scope.reader.js';

function read(text: string) {
  const reader = new ScopeReader();
  for (const token of readQueryTokens(text)) reader.read(token);
  const { role, clause, tokens, fromClause, parent } = reader.scope;
  return {
    role,
    clause,
    tokens: tokens.map((token) => token.text),
    from: fromClause?.sobject,
    in: parent?.role,
  };
}

describe('ScopeReader', () => {
  it.each<[string, object]>([
    ['', { role: 'query', clause: 'start', tokens: [] }],
    ['SELECT Id, Name', { role: 'query', clause: 'select', tokens: ['Id', ',', 'Name'] }],
    ['SELECT Id FROM', { clause: 'from', tokens: [] }],
    ['SELECT Id FROM Group', { clause: 'from', tokens: ['Group'], from: 'Group' }],
    ['SELECT Id FROM Group GROUP', { clause: 'group', tokens: [], from: 'Group' }],
    ['SELECT Id FROM Account WHERE Offset = 1', { clause: 'where', tokens: ['Offset', '=', '1'] }],
    ['SELECT Id FROM Account WHERE a = 1 OFFSET', { clause: 'offset', tokens: [] }],
    ['SELECT Id FROM Account ORDER BY Update', { clause: 'order', tokens: ['BY', 'Update'] }],
    ['SELECT Id FROM Account FOR UPDATE', { clause: 'for', tokens: ['UPDATE'] }],
    ['SELECT Id FROM Account LIMIT 1 UPDATE VIEWSTAT FOR', { clause: 'for', tokens: [] }],
    ['SELECT (SELECT Id FROM Contacts', { role: 'children', clause: 'from', from: 'Contacts', in: 'query' }],
    ['SELECT (SELECT Id FROM Contacts) FROM Account', { role: 'query', from: 'Account' }],
    ['SELECT (SELECT Id FROM Contacts FROM Account', { role: 'query', from: 'Account' }],
    ['SELECT COUNT(Id', { clause: 'select', tokens: ['COUNT', '(', 'Id'] }],
    [
      'SELECT Id FROM A WHERE Id IN (SELECT X',
      { role: 'join', clause: 'select', tokens: ['X'], in: 'query' },
    ],
    ['SELECT Id FROM A WHERE (b = 1 LIMIT', { clause: 'limit' }],
    ['FIND IN ALL FIELDS', { role: 'search', clause: 'in', tokens: ['ALL', 'FIELDS'] }],
    ['FIND RETURNING Account(Id', { role: 'returning', clause: 'select', from: 'Account', in: 'search' }],
    ['FIND RETURNING Account(Id WHERE x = 1', { role: 'returning', clause: 'where' }],
    ['FIND RETURNING Account(Id), Contact', { role: 'search', tokens: ['Account', '(…)', ',', 'Contact'] }],
    ['WHERE ) )', { role: 'query', clause: 'start' }],
  ])('follows %j', (text, expected) => {
    expect(read(text)).toMatchObject(expected);
  });

  it('knows the aliases of a query', () => {
    const reader = new ScopeReader();
    for (const token of readQueryTokens('SELECT x FROM Contact AS c, c.Account a')) reader.read(token);
    expect(reader.scope.fromClause).toEqual({
      sobject: 'Contact',
      alias: 'c',
      related: [{ path: ['c', 'Account'], alias: 'a' }],
    });
  });
});
