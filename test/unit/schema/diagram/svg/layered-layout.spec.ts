import { describe, expect, it, jest } from '@jest/globals';
import { array, assert, asyncProperty, boolean, nat, record, uniqueArray } from 'fast-check';
import { Catalog } from '../../../../../lib/embedded/catalog/catalog.js';
import { diagramOf } from '../../../../../lib/schema/diagram/diagram-model.js';
import type {
  DiagramLayout,
  PlacedBox,
  Point,
} from '../../../../../lib/schema/diagram/svg/diagram-layout.interface.js';
import { layOut } from '../../../../../lib/schema/diagram/svg/layered-layout.js';
import { HARBOUR, masterDetail, object, reference } from '../../../../fixtures/diagram-objects.js';

const SALES_CLOUD =
  `Account Contact Opportunity Lead Campaign CampaignMember OpportunityLineItem Product2 Pricebook2
  PricebookEntry Case User Order OrderItem Contract CaseComment Asset Task Event OpportunityContactRole AccountContactRole
  ContractContactRole Partner Solution Entitlement ServiceContract ContractLineItem CaseContactRole OpportunityCompetitor
  CampaignMemberStatus`.split(/\s+/);

/** Whether a line passes through the inside of a box. */
function crosses([from, to]: readonly [Point, Point], { box, x, y }: PlacedBox): boolean {
  const [left, right] = [Math.min(from.x, to.x), Math.max(from.x, to.x)];
  const [top, bottom] = [Math.min(from.y, to.y), Math.max(from.y, to.y)];
  return left < x + box.width && right > x && top < y + box.height && bottom > y;
}

function overlap(one: PlacedBox, other: PlacedBox): boolean {
  return crosses(
    [
      { x: other.x, y: other.y },
      { x: other.x + other.box.width, y: other.y + other.box.height },
    ],
    one,
  );
}

function segmentsOf(points: readonly Point[]): readonly (readonly [Point, Point])[] {
  return points.slice(1).map((point, place) => [points[place]!, point]);
}

/** What is wrong with a layout: nothing, if it can be read. */
function flawsOf({ width, height, boxes, routes }: DiagramLayout): readonly string[] {
  const flaws: string[] = [];
  const byName = new Map(boxes.map((placed) => [placed.box.object.name, placed]));
  for (const [place, one] of boxes.entries()) {
    const { name } = one.box.object;
    const isInside =
      one.x >= 0 &&
      one.y >= 0 &&
      one.x + one.box.width <= width + 0.01 &&
      one.y + one.box.height <= height + 0.01;
    if (!isInside) flaws.push(`${name} is outside`);
    for (const other of boxes.slice(place + 1)) {
      if (overlap(one, other)) flaws.push(`${name} overlaps ${other.box.object.name}`);
    }
  }
  for (const { reference: drawn, points } of routes) {
    const line = `${drawn.from}.${drawn.field} to ${drawn.to}`;
    const from = byName.get(drawn.from)!;
    const to = byName.get(drawn.to)!;
    const row = from.box.rows.find(({ field }) => field.name === drawn.field)!;
    const target = drawn.kind === 'master-detail' ? 14 : to.box.rows[0]!.middle;
    if (!isAtSide(points[0], from, row.middle)) flaws.push(`${line} does not begin at its field`);
    if (!isAtSide(points.at(-1), to, target)) flaws.push(`${line} does not end at its object`);
    for (const segment of segmentsOf(points)) {
      const [one, other] = segment;
      if (one.x !== other.x && one.y !== other.y) flaws.push(`${line} is aslant`);
      const crossed = boxes.find((placed) => crosses(segment, placed));
      if (crossed) flaws.push(`${line} crosses ${crossed.box.object.name}`);
    }
  }
  return flaws;
}

function isAtSide(point: Point | undefined, { box, x, y }: PlacedBox, middle: number): boolean {
  const isBeside = point !== undefined && [x, x + box.width].some((side) => Math.abs(point.x - side) < 0.01);
  return isBeside && Math.abs(point.y - y - middle) < 0.01;
}

describe('layOut', () => {
  it('ties all references to their fields, around all boxes', async () => {
    const layout = await layOut(diagramOf(HARBOUR, { audit: false }));
    expect(layout.boxes.map(({ box }) => box.object.name).sort()).toEqual([
      'Account',
      'Berth__c',
      'Boat__c',
      'Harbour__c',
      'Note__c',
      'Signal__e',
      'Tariff__mdt',
    ]);
    expect(layout.routes.map(({ reference: { from, field, to } }) => `${from}.${field} ${to}`)).toEqual([
      'Account.ParentId Account',
      'Harbour__c.Flagship__c Boat__c',
      'Boat__c.Account__c Account',
      'Boat__c.Home__c Harbour__c',
      'Berth__c.Harbour__c Harbour__c',
      'Berth__c.Boat__c Boat__c',
      'Note__c.About__c Boat__c',
      'Note__c.About__c Harbour__c',
    ]);
    expect(flawsOf(layout)).toEqual([]);
  });

  it('places what is pointed at on the left, and what stands alone below', async () => {
    const layout = await layOut(
      diagramOf([object('Child', [reference('P', ['Parent'])]), object('Parent', []), object('Alone', [])]),
    );
    const [child, parent, alone] = ['Child', 'Parent', 'Alone'].map((name) =>
      layout.boxes.find(({ box }) => box.object.name === name)!,
    );
    expect(parent!.x + parent!.box.width).toBeLessThan(child!.x);
    expect(alone!.y).toBeGreaterThan(Math.max(child!.y + child!.box.height, parent!.y + parent!.box.height));
  });

  it.each([true, false])('can be read with 30 objects of a real org, audit fields %j', async (audit) => {
    const catalog = Catalog.standard();
    const definitions = SALES_CLOUD.map((name) => catalog.get(name)!.definition);
    const layout = await layOut(diagramOf(definitions, { audit }));
    expect(layout.boxes).toHaveLength(30);
    expect(flawsOf(layout)).toEqual([]);
  });

  it('can be read whatever points at what', async () => {
    const target = nat({ max: 8 });
    const graph = array(
      array(
        record({
          targets: uniqueArray(target, { minLength: 1, maxLength: 3 }),
          isMaster: boolean(),
        }),
        {
          maxLength: 4,
        },
      ),
      { minLength: 1, maxLength: 9 },
    );
    await assert(
      asyncProperty(graph, async (objects) => {
        const definitions = objects.map((references, place) =>
          object(
            `O${place}`,
            references.map(({ targets, isMaster }, index) =>
              isMaster
                ? masterDetail(`R${index}`, `O${targets[0]}`)
                : reference(
                    `R${index}`,
                    targets.map((number) => `O${number}`),
                  ),
            ),
          ),
        );
        expect(flawsOf(await layOut(diagramOf(definitions)))).toEqual([]);
      }),
      { seed: 7, numRuns: 60 },
    );
  });

  it('takes no room for nothing', async () => {
    expect(await layOut(diagramOf([]))).toEqual({ width: 0, height: 0, boxes: [], routes: [] });
  });

  it('says what to install where the package is missing', async () => {
    jest.resetModules();
    jest.unstable_mockModule('elkjs', () => {
      throw new TypeError('Cannot find package');
    });
    const { layOut: layOutAlone } = await import('../../../../../lib/schema/diagram/svg/layered-layout.js');
    await expect(layOutAlone(diagramOf(HARBOUR))).rejects.toThrow(
      'A diagram as SVG needs the package elkjs, which places the objects: install it (npm install --save-dev elkjs), or ' +
        'write it as Mermaid text.',
    );
    jest.resetModules();
  });
});
