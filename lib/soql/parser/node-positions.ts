/** Where the nodes of a tree stand in its text, kept beside the tree. Noting is cheap, since few positions are asked for. */
export class NodePositions {
  readonly #nodes: object[] = [];
  readonly #offsets: number[] = [];
  #index: Map<object, number> | undefined;

  note(node: object, offset: number): void {
    this.#nodes.push(node);
    this.#offsets.push(offset);
  }

  /** The offset of a node; `undefined` for anything else. */
  of(node: object): number | undefined {
    this.#index ??= new Map(this.#nodes.map((noted, i) => [noted, this.#offsets[i] as number]));
    return this.#index.get(node);
  }
}
