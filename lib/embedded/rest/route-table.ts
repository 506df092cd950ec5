/** Targets that few ask for: they are loaded when a path leads to where they are. */
export interface DeferredTargets<Target> {
  /** Paths that end in `*`. Whatever is below them and is no other target may be one of these. */
  readonly below: readonly string[];
  /** Whether they call all the others, which must be there by then. @default false */
  readonly callOthers?: boolean;
  load(): Promise<readonly Target[]>;
}

interface RouteNode<Target> {
  readonly literals: Map<string, RouteNode<Target>>;
  variable?: RouteNode<Target>;
  target?: Target;
  /** What answers everything below that nothing else does. */
  rest?: Target | DeferredTargets<Target>;
}

export interface Route<Target> {
  readonly target: Target;
  readonly parameters: Readonly<Record<string, string>>;
}

/**
 * Finds what answers a path. A literal segment wins over a variable one, and both over `*` at the end of a path, which
 * stands for any number of segments; case matters only in variables.
 */
export class RouteTable<Target extends { readonly path: string }> {
  readonly #root: RouteNode<Target> = { literals: new Map() };
  readonly #deferred = new Map<DeferredTargets<Target>, Promise<void> | undefined>();

  constructor(targets: readonly Target[], deferred: readonly DeferredTargets<Target>[] = []) {
    for (const target of targets) this.#add(target);
    for (const group of deferred) this.#defer(group);
  }

  /**
   * The route of a path, once all that it may lead to is loaded.
   *
   * @param segments the path's segments, decoded
   */
  find(segments: readonly string[]): Route<Target> | undefined {
    const target = this.#find(this.#root, segments, 0);
    if (!target || isDeferred(target)) return undefined;
    return { target, parameters: parametersOf(target.path, segments) };
  }

  /** Loads what a path may lead to; undefined when that is there. */
  prepare(segments: readonly string[]): Promise<void> | undefined {
    if (this.#deferred.size === 0) return undefined;
    const target = this.#find(this.#root, segments, 0);
    return target && isDeferred(target) ? this.#load(target) : undefined;
  }

  async #load(group: DeferredTargets<Target>): Promise<void> {
    if (!group.callOthers) return this.#loadOnce(group);
    await Promise.all([...this.#deferred.keys()].map((each) => this.#loadOnce(each)));
  }

  #loadOnce(group: DeferredTargets<Target>): Promise<void> {
    const loading = this.#deferred.get(group) ?? this.#replace(group);
    this.#deferred.set(group, loading);
    return loading;
  }

  async #replace(group: DeferredTargets<Target>): Promise<void> {
    try {
      const targets = await group.load();
      for (const path of group.below) delete this.#nodeOf(path).rest;
      for (const target of targets) this.#add(target);
      this.#deferred.delete(group);
    } catch (error) {
      this.#deferred.set(group, undefined);
      throw error;
    }
  }

  #defer(group: DeferredTargets<Target>): void {
    for (const path of group.below) this.#nodeOf(path).rest = group;
    this.#deferred.set(group, undefined);
  }

  #add(target: Target): void {
    const node = this.#nodeOf(target.path);
    if (target.path.endsWith('*')) node.rest = target;
    else node.target = target;
  }

  #nodeOf(path: string): RouteNode<Target> {
    let node = this.#root;
    for (const segment of segmentsOf(path)) {
      if (segment === '*') break;
      node = segment.startsWith(':') ? (node.variable ??= { literals: new Map() }) : literal(node, segment);
    }
    return node;
  }

  #find(
    node: RouteNode<Target>,
    segments: readonly string[],
    at: number,
  ): Target | DeferredTargets<Target> | undefined {
    const segment = segments[at];
    if (segment === undefined) return node.target ?? node.rest;
    const next = node.literals.get(segment.toLowerCase());
    const found = next && this.#find(next, segments, at + 1);
    return found ?? (node.variable && this.#find(node.variable, segments, at + 1)) ?? node.rest;
  }
}

function isDeferred<Target extends object>(
  target: Target | DeferredTargets<Target>,
): target is DeferredTargets<Target> {
  return 'below' in target;
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
    if (name === '*') parameters['*'] = segments.slice(index).join('/');
  });
  return parameters;
}

function segmentsOf(path: string): string[] {
  return path.split('/').filter((segment) => segment !== '');
}
