import { describe, expect, it } from '@jest/globals';
import { diagramOf } from '../../../../../lib/schema/diagram/diagram-model.js';
import { boxOf } from '../../../../../lib/schema/diagram/svg/object-box.js';
import { drawObject } from '../../../../../lib/schema/diagram/svg/object-drawing.js';
import type { SObjectDefinition } from '../../../../../lib/schema/sobject-definition.interface.js';
import { field, object, reference } from '../../../../fixtures/diagram-objects.js';

const draw = (definition: SObjectDefinition): string =>
  drawObject({ box: boxOf(diagramOf([definition]).objects[0]!), x: 12.34, y: 5 });

describe('drawObject', () => {
  it('draws a box with a header and a line a field', () => {
    const boat = object(
      'Boat__c',
      [
        reference('Home__c', ['Harbour__c'], { nillable: false, label: 'Home <port>' }),
        field('Notes__c', 'textarea'),
      ],
      { label: 'Boat' },
    );
    expect(draw(boat)).toBe(
      '<g class="object custom" transform="translate(12.3 5)">' +
        '<rect class="box" width="202" height="87" rx="6"/>' +
        '<path class="header" d="M0 42V6A6 6 0 0 1 6 0H196A6 6 0 0 1 202 6V42Z"/>' +
        '<text class="name" x="10" y="19">Boat__c</text><text class="label" x="10" y="34">Boat</text>' +
        '<text class="label end" x="192" y="19"><title>1 more field</title>+1</text>' +
        '<text class="label end" x="192" y="34">custom</text>' +
        '<g class="field"><title>Id: Id</title><text class="key" x="10" y="56">PK</text>' +
        '<text class="code" x="36" y="56">Id</text><text class="type end" x="192" y="56">id</text></g>' +
        '<g class="field required"><title>Home__c: Home &lt;port&gt; (Harbour__c)</title>' +
        '<rect class="stripe" y="62" width="202" height="20"/><text class="key" x="10" y="76">FK</text>' +
        '<text class="code" x="36" y="76">Home__c</text><text class="type end" x="192" y="76">→ Harbour__c</text></g>' +
        '<rect class="border" width="202" height="87" rx="6"/></g>',
    );
  });

  it('tells the whole of a name that is cut off', () => {
    const name = `${'N'.repeat(60)}__c`;
    expect(draw(object(name, []))).toContain(
      `<text class="name" x="10" y="19"><title>${name}</title>${'N'.repeat(43)}…</text>`,
    );
  });
});
