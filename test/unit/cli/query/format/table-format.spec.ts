import { describe, expect, it } from '@jest/globals';
import { writeTable } from '../../../../../lib/cli/query/format/table-format.js';
import { resultOf, TextCollector, wireRecord } from '../../../../support/text-collector.js';

const account = (Name: string, AnnualRevenue: number | null, owner: string | null) =>
  wireRecord({ Name, AnnualRevenue, Owner: owner === null ? null : wireRecord({ Name: owner }) });

const longerLater = () => resultOf([account('Acme', 1, 'Ada')], [account('A much longer name', 2, 'Ada')]);

const contacts = (...names: string[]) => ({
  totalSize: names.length,
  done: true,
  records: names.map((LastName) => wireRecord({ LastName })),
});

const withContacts = () =>
  resultOf([
    wireRecord({ Name: 'Acme', Contacts: contacts('Doe', 'Roe') }),
    wireRecord({ Name: 'None', Contacts: null }),
  ]);

describe('writeTable', () => {
  it('lines columns up, numbers at their right', async () => {
    const sink = new TextCollector();
    const count = await writeTable(
      resultOf([account('Acme', 1_000, 'Ada'), account('日本', 5, 'Grace'), account('X', null, null)]),
      sink,
    );
    expect(count).toBe(3);
    expect(sink.text).toBe(
      [
        'Name  AnnualRevenue  Owner.Name',
        '────  ─────────────  ──────────',
        'Acme           1000  Ada',
        '日本              5  Grace',
        'X',
        '',
      ].join('\n'),
    );
  });

  it('lets the first page decide the widths, and cuts in a terminal only', async () => {
    const [piped, shown] = [new TextCollector(), new TextCollector()];
    await writeTable(longerLater(), piped);
    expect(piped.text.split('\n')[3]).toBe('A much longer name              2  Ada');
    await writeTable(longerLater(), shown, { width: 80 });
    expect(shown.text.split('\n')[3]).toBe('A m…              2  Ada');
  });

  it('writes pages as they come', async () => {
    const sink = new TextCollector();
    await writeTable(resultOf([account('Acme', 1, null)], [account('Beta', 2, null)]), sink);
    expect(sink.pieces).toHaveLength(2);
    expect(sink.pieces[1]).toBe('Beta              2\n');
  });

  it('fits wide tables into the terminal', async () => {
    const sink = new TextCollector();
    await writeTable(resultOf([wireRecord({ Name: 'Acme', Description: 'x'.repeat(90) })]), sink, {
      width: 30,
    });
    expect(sink.text).toBe(
      ['Name  Description', `────  ${'─'.repeat(24)}`, `Acme  ${'x'.repeat(23)}…`, ''].join('\n'),
    );
  });

  it('writes field by field what would be unreadable', async () => {
    const sink = new TextCollector();
    const records = [account('Acme', 1, 'Ada'), account('Beta', null, null)];
    await writeTable(resultOf(records), sink, { width: 20 });
    expect(sink.text).toBe(
      [
        '─── 1 ───',
        'Name           Acme',
        'AnnualRevenue  1',
        'Owner.Name     Ada',
        '─── 2 ───',
        'Name           Beta',
        'AnnualRevenue',
        'Owner.Name',
        '',
      ].join('\n'),
    );
  });

  it('counts children, or shows them below their parent', async () => {
    const [counted, shown] = [new TextCollector(), new TextCollector()];
    await writeTable(withContacts(), counted);
    expect(counted.text).toBe('Name  Contacts\n────  ────────\nAcme  2\nNone\n');
    await writeTable(withContacts(), shown, { children: true });
    expect(shown.text).toBe(
      [
        'Name  Contacts',
        '────  ────────',
        'Acme  2',
        '    Contacts',
        '    LastName',
        '    ────────',
        '    Doe',
        '    Roe',
        '',
        'None',
        '',
      ].join('\n'),
    );
  });

  it('writes nothing of nothing', async () => {
    const sink = new TextCollector();
    expect(await writeTable(resultOf([]), sink)).toBe(0);
    expect(sink.text).toBe('');
  });
});
