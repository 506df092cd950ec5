import type { DiagramReference } from '../diagram.interface.js';
import type { ObjectBox } from './object-box.js';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface PlacedBox extends Point {
  readonly box: ObjectBox;
}

/** A reference as a line of horizontal and vertical parts, from the field to the object it points at. */
export interface RoutedReference {
  readonly reference: DiagramReference;
  readonly points: readonly Point[];
}

/** Where everything is; the upper left corner is at 0, 0. */
export interface DiagramLayout {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly PlacedBox[];
  readonly routes: readonly RoutedReference[];
}
