import type { ElkExtendedEdge, ElkNode, ElkPort } from 'elkjs';
import { SalesforceConfigurationException } from '../../../exceptions/salesforce-configuration.exception.js';
import type { Diagram, DiagramObject, DiagramReference } from '../diagram.interface.js';
import type { DiagramLayout, Point } from './diagram-layout.interface.js';
import { boxOf, identityMiddle, OWNER_MIDDLE, type ObjectBox } from './object-box.js';
import { readingOrder } from './reading-order.js';
import { shelfWidth, shelve } from './shelf-layout.js';

type Side = 'WEST' | 'EAST';

const ROWS_GAP = 36;

const LAYOUT_OPTIONS = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.padding': '[top=0,left=0,bottom=0,right=0]',
  'elk.aspectRatio': '1.5',
  'elk.spacing.nodeNode': '28',
  'elk.spacing.componentComponent': '36',
  'elk.spacing.edgeNode': '16',
  'elk.spacing.edgeEdge': '9',
  'elk.spacing.nodeSelfLoop': '22',
  'elk.layered.spacing.nodeNodeBetweenLayers': '56',
  'elk.layered.spacing.edgeNodeBetweenLayers': '24',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '9',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.thoroughness': '20',
};

/**
 * Places the objects of a diagram in columns, those that others point at on the left, and finds a way around them for each
 * reference: from the line of its field to the object's id, or to its name where the object owns the record. Objects that have
 * no reference among them stand in rows below.
 *
 * @throws SalesforceConfigurationException when the package elkjs is not installed
 */
export async function layOut(diagram: Diagram): Promise<DiagramLayout> {
  const tied = new Set(diagram.references.flatMap(({ from, to }) => [from, to]));
  const loose = diagram.objects.filter(({ name }) => !tied.has(name)).map((object) => boxOf(object));
  const columns = await layOutColumns(
    diagram,
    diagram.objects.filter(({ name }) => tied.has(name)),
  );
  const rows = shelve(loose, Math.max(columns.width, shelfWidth(loose)));
  const top = columns.height === 0 ? 0 : columns.height + ROWS_GAP;
  return {
    width: Math.max(columns.width, rows.width),
    height: rows.height === 0 ? columns.height : top + rows.height,
    boxes: [...columns.boxes, ...rows.boxes.map(({ box, x, y }) => ({ box, x, y: y + top }))],
    routes: columns.routes,
  };
}

async function layOutColumns(diagram: Diagram, objects: readonly DiagramObject[]): Promise<DiagramLayout> {
  const graph = new DiagramGraph({ ...diagram, objects });
  const elk = await layoutEngine();
  const { width = 0, height = 0, children = [], edges = [] } = await elk.layout(graph.toElk());
  return {
    width,
    height,
    boxes: children.map(({ id, x = 0, y = 0 }) => ({ box: graph.box(id), x, y })),
    routes: diagram.references.map((reference, place) => ({
      reference,
      points: graph.isForward(reference) ? pointsOf(edges[place]!) : pointsOf(edges[place]!).toReversed(),
    })),
  };
}

async function layoutEngine(): Promise<{ layout(graph: ElkNode): Promise<ElkNode> }> {
  try {
    const { default: elkjs } = await import('elkjs');
    return new elkjs.default();
  } catch (error) {
    throw new SalesforceConfigurationException(
      'A diagram as SVG needs the package elkjs, which places the objects: install it (npm install --save-dev elkjs), or ' +
        'write it as Mermaid text.',
      { cause: error },
    );
  }
}

/** A diagram in the form that the layout engine takes. */
class DiagramGraph {
  readonly #diagram: Diagram;
  readonly #boxes: ReadonlyMap<string, ObjectBox>;
  readonly #order: ReadonlyMap<string, number>;
  readonly #ports: ReadonlyMap<string, Map<string, ElkPort>>;

  constructor(diagram: Diagram) {
    this.#diagram = diagram;
    this.#boxes = new Map(diagram.objects.map((object) => [object.name, boxOf(object)]));
    this.#order = readingOrder(diagram);
    this.#ports = new Map(diagram.objects.map(({ name }) => [name, new Map()]));
  }

  box(name: string): ObjectBox {
    return this.#boxes.get(name)!;
  }

  /** Whether the line of a reference goes to the right; the engine wants to know lines in that direction. */
  isForward({ from, to }: DiagramReference): boolean {
    return this.#order.get(from)! < this.#order.get(to)!;
  }

  toElk(): ElkNode {
    const edges = this.#diagram.references.map((reference, place) => this.#edge(reference, `${place}`));
    const children = [...this.#boxes].map(([id, { width, height }]) => ({
      id,
      width,
      height,
      ports: [...this.#ports.get(id)!.values()],
      layoutOptions: { 'elk.portConstraints': 'FIXED_POS', 'elk.alignment': 'LEFT' },
    }));
    return { id: 'diagram', layoutOptions: LAYOUT_OPTIONS, children, edges };
  }

  #edge(reference: DiagramReference, id: string): ElkExtendedEdge {
    const [from, to] = [this.box(reference.from), this.box(reference.to)];
    const isForward = this.isForward(reference);
    const field = this.#port(from, fieldMiddle(from, reference), isForward || from === to ? 'EAST' : 'WEST');
    const target = this.#port(to, targetMiddle(to, reference), isForward ? 'WEST' : 'EAST');
    return isForward
      ? { id, sources: [field], targets: [target] }
      : { id, sources: [target], targets: [field] };
  }

  /** All lines that reach a box at the same place share a port, so that they run together as far as they can. */
  #port({ object, width }: ObjectBox, middle: number, side: Side): string {
    const id = `${object.name} ${middle} ${side}`;
    const x = side === 'EAST' ? width : 0;
    this.#ports.get(object.name)!.set(id, { id, x, y: middle, layoutOptions: { 'elk.port.side': side } });
    return id;
  }
}

function fieldMiddle({ rows }: ObjectBox, { field }: DiagramReference): number {
  return rows.find((row) => row.field.name === field)!.middle;
}

function targetMiddle(box: ObjectBox, { kind }: DiagramReference): number {
  return kind === 'master-detail' ? OWNER_MIDDLE : identityMiddle(box);
}

function pointsOf({ sections = [] }: ElkExtendedEdge): Point[] {
  return sections.flatMap(({ startPoint, bendPoints = [], endPoint }) => [
    startPoint,
    ...bendPoints,
    endPoint,
  ]);
}
