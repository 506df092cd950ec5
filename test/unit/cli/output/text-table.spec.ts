import { describe, expect, it } from '@jest/globals';
import { TextTable } from '../../../../lib/cli/output/text-table.js';

describe('TextTable', () => {
  it('aligns columns by what terminals show', () => {
    const table = new TextTable(['Name', { title: 'Employees', align: 'right' }, 'City'])
      .row('Acme', 1200, 'Köln')
      .row('東京電力', 7, '東京')
      .row('Fire 🔥', null, undefined);
    expect(table.toString()).toBe(
      [
        'Name      Employees  City',
        '────────  ─────────  ────',
        'Acme           1200  Köln',
        '東京電力          7  東京',
        'Fire 🔥',
      ].join('\n'),
    );
    expect(table).toHaveLength(3);
  });

  it('shows its titles where it has no rows', () => {
    expect(new TextTable(['Name', 'Type']).toString()).toBe('Name  Type\n────  ────');
  });

  it('lets no cell control the terminal', () => {
    const table = new TextTable(['Name']).row('\u001B[31mred\u0007\r\nnext\u202E');
    expect(table.toString().split('\n')[2]).toBe('[31mred⏎next');
  });
});
