import type { Diagram } from './diagram.interface.js';

/** What a diagram shows, in short: `12 objects, 1 reference`. */
export function summaryOf({ objects, references }: Diagram): string {
  return `${counted(objects.length, 'object')}, ${counted(references.length, 'reference')}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
