import { describe, expect, it } from '@jest/globals';
import { TypeofSelections } from '../../../../lib/query/polymorphic/typeof-selections.js';
import { fieldPath } from '../../../../lib/soql/ast/factories/expression.factory.js';
import { fromClause, soqlQuery } from '../../../../lib/soql/ast/factories/soql-query.factory.js';
import { printSoql } from '../../../../lib/soql/soql-printer.js';

const [id, name, phone] = [fieldPath('Id'), fieldPath('Name'), fieldPath('Phone')];
const printed = (selections: TypeofSelections) =>
  printSoql(soqlQuery({ select: selections.items(), from: fromClause('Task') }));

describe('TypeofSelections', () => {
  it('makes one TYPEOF of a relationship, and one branch of a kind', () => {
    const selections = new TypeofSelections();
    selections.add(fieldPath('What'), 'Account', [id, name]);
    selections.add(fieldPath('Who'), 'Lead', [id]);
    selections.add(fieldPath('what'), 'Account', [id, phone]);
    selections.add(fieldPath('What'), 'Case', [id]);
    selections.add(fieldPath('What'), undefined, [name]);
    expect(printed(selections)).toBe(
      'SELECT TYPEOF What WHEN Account THEN Id, Name, Phone WHEN Case THEN Id ELSE Name END, TYPEOF Who WHEN Lead THEN Id END FROM Task',
    );
  });

  it('reads what all kinds have without a TYPEOF', () => {
    const selections = new TypeofSelections();
    expect(selections.isEmpty).toBe(true);
    selections.add(fieldPath('Parent', 'What'), undefined, [id, name]);
    expect(selections.isEmpty).toBe(false);
    expect(printed(selections)).toBe('SELECT Parent.What.Id, Parent.What.Name FROM Task');
  });
});
