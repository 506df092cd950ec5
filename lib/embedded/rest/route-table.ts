interface RouteNode<Target> {
  readonly literals: Map<string, RouteNode<Target>>;
  variable?: RouteNode<Target>;
  target?: Target;
}

export interface Route<Target> {
  readonly target: Target;
  readonly parameters: Readonly<Record<string, string>>;
}

/** Finds what answers a path. A literal segment wins over a variable one; case matters only in variables. */
export class RouteTable<Target extends { readonly path: string }> {
  readonly #root: RouteNode<Target> = { literals: new Map() };

  constructor(targets: readonly Target[]) {
    for (const target of targets) this.#add(target);
  }

  /** @param segments the path's segments, decoded */
  find(segments: readonly string[]): Route<Target> | undefined {
    const target = this.#find(this.#root, segments, 0);
    return target && { target, parameters: parametersOf(target.path, segments) };
  }

  #add(target: Target): void {
    let node = this.#root;
    for (const segment of segmentsOf(target.path)) {
      node = segment.startsWith(':') ? (node.variable ??= { literals: new Map() }) : literal(node, segment);
    }
    node.target = target;
  }

  #find(node: RouteNode<Target>, segments: readonly string[], at: number): Target | undefined {
    const segment = segments[at];
    if (segment === undefined) return node.target;
    const next = node.literals.get(segment.toLowerCase());
    const found = next && this.#find(next, segments, at + 1);
    return found ?? (node.variable && this.#find(node.variable, segments, at + 1));
  }
}

function literal<Target>(node: RouteNode<Target>, segment: string): RouteNode<Target> {
  const key = segment.toLowerCase();
  const next: RouteNode<Target> = node.literals.get(key) ?? { literals: new Map() };
  node.literals.set(key, next);
  return next;
}

function parametersOf(path: string, segments: readonly string[]): Record<string, string> {
  const parameters: Record<string, string> = {};
  segmentsOf(path).forEach((name, index) => {
    if (name.startsWith(':')) parameters[name.slice(1)] = segments[index] ?? '';
  });
  return parameters;
}

function segmentsOf(path: string): string[] {
  return path.split('/').filter((segment) => segment !== '');
}
