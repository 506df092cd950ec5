import { describe, expect, it } from '@jest/globals';
import { Catalog } from '../../../../lib/embedded/catalog/catalog.js';
import { parseXml, type XmlElement } from '../../../../lib/embedded/xml/xml-element.js';
import { svgDiagram } from '../../../../lib/schema/diagram/svg-diagram.js';
import { field, HARBOUR, object } from '../../../fixtures/diagram-objects.js';

function all(element: XmlElement, test: (candidate: XmlElement) => boolean): readonly XmlElement[] {
  return [...(test(element) ? [element] : []), ...element.children.flatMap((child) => all(child, test))];
}

const withClass = (root: XmlElement, name: string): readonly XmlElement[] =>
  all(root, ({ attributes }) => (attributes.get('class') ?? '').split(' ').includes(name));

describe('svgDiagram', () => {
  it('draws objects, fields and references', async () => {
    const root = parseXml(await svgDiagram(HARBOUR, { title: 'Harbour', audit: false }));
    expect(root.name).toBe('svg');
    expect(
      withClass(root, 'name')
        .map(({ text }) => text)
        .sort(),
    ).toEqual(['Account', 'Berth__c', 'Boat__c', 'Harbour__c', 'Note__c', 'Signal__e', 'Tariff__mdt']);
    expect(
      withClass(root, 'object')
        .map((drawn) => drawn.attributes.get('class'))
        .sort(),
    ).toEqual([
      'object custom',
      'object custom',
      'object custom',
      'object custom',
      'object event',
      'object metadata',
      'object standard',
    ]);
    expect(withClass(root, 'code')).toHaveLength(18);
    const references = withClass(root, 'reference').flatMap((bundle) =>
      all(bundle, ({ name }) => name === 'title'),
    );
    expect(references.map(({ text }) => text).sort()).toEqual([
      'Account.ParentId may refer to Account',
      'Berth__c.Boat__c may refer to Boat__c',
      'Berth__c.Harbour__c belongs to Harbour__c',
      'Boat__c.Account__c always refers to Account',
      'Boat__c.Home__c may refer to Harbour__c',
      'Harbour__c.Flagship__c may refer to Boat__c',
      'Note__c.About__c may refer to Boat__c, among others',
      'Note__c.About__c may refer to Harbour__c, among others',
    ]);
  });

  it('says in words what it shows', async () => {
    const root = parseXml(await svgDiagram(HARBOUR.slice(0, 2), { title: 'Harbour & "Co"', audit: false }));
    expect(root.attributes.get('role')).toBe('img');
    expect(root.attributes.get('aria-labelledby')).toBe('diagram-title diagram-description');
    const [title, description] = root.children;
    expect([title?.name, title?.attributes.get('id'), title?.text]).toEqual([
      'title',
      'diagram-title',
      'Harbour & "Co"',
    ]);
    expect([description?.name, description?.attributes.get('id')]).toEqual(['desc', 'diagram-description']);
    expect(description?.text).toBe(
      '2 objects, 1 reference: Account, Harbour__c. Account.ParentId may refer to Account.',
    );
  });

  it('needs nothing else and runs nothing', async () => {
    const svg = await svgDiagram(HARBOUR, { fields: 'all' });
    expect(svg).not.toMatch(/<script|<foreignObject|\bon\w+=|href=|url\(|@import/i);
    expect(svg.match(/https?:[^"\s]*/g)).toEqual(['http://www.w3.org/2000/svg']);
    expect(svg).toContain('@media (prefers-color-scheme:dark)');
  });

  it('shows text as it is, whatever it is', async () => {
    const hostile = '</text><script>alert("x")</script> & ]]> \u0000 日本';
    const svg = await svgDiagram(
      [object('A__c', [field('B__c', 'string', { unique: true, label: hostile })], { label: hostile })],
      {
        title: hostile,
      },
    );
    const root = parseXml(svg);
    const shown = '</text><script>alert("x")</script> & ]]> \uFFFD 日本';
    expect(all(root, ({ name }) => name === 'script')).toEqual([]);
    expect(withClass(root, 'title').map(({ text }) => text)).toEqual([shown]);
    expect(withClass(root, 'label').map(({ text }) => text)).toContain(`${shown.slice(0, 43)}…`);
    expect(all(root, ({ name, text }) => name === 'title' && text === `B__c: ${shown}`)).toHaveLength(1);
  });

  it('is as large as what it shows', async () => {
    const root = parseXml(await svgDiagram([object('A', [])]));
    const size = ['width', 'height', 'viewBox'].map((name) => root.attributes.get(name));
    expect(size).toEqual(['368', '193', '0 0 368 193']);
  });

  it('draws nothing but a title where there is nothing', async () => {
    const root = parseXml(await svgDiagram([]));
    expect(withClass(root, 'object')).toEqual([]);
    expect(withClass(root, 'note').map(({ text }) => text)).toEqual(['0 objects, 0 references']);
  });

  it('gives the same bytes for the same objects', async () => {
    const catalog = Catalog.standard();
    const definitions = ['Account', 'Contact', 'Opportunity', 'Case', 'User', 'Task'].map(
      (name) => catalog.get(name)!.definition,
    );
    const [one, other] = await Promise.all([
      svgDiagram(definitions),
      svgDiagram(structuredClone(definitions)),
    ]);
    expect(one).toBe(other);
  });
});
