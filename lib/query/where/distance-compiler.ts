import { InvalidQueryException } from '../../exceptions/invalid-query.exception.js';
import { functionCall } from '../../soql/ast/factories/expression.factory.js';
import { numberLiteral, stringLiteral } from '../../soql/ast/factories/literal.factory.js';
import { comparison } from '../../soql/ast/factories/condition.factory.js';
import type { Expression, FunctionCall } from '../../soql/ast/expression.js';
import type { Literal } from '../../soql/ast/literal.js';
import { decimalText } from '../../soql/decimal-text.js';
import { all, type Predicate } from './condition-algebra.js';
import { knownKeysOf, type PlainData } from '../find/plain-data.js';

const LATITUDES = 90;
const LONGITUDES = 180;

/** How far a place is from a point: less than, or more than. @throws InvalidQueryException naming `name`. */
export function compileDistance(place: Expression, condition: unknown, name: string): Predicate {
  const { lt, gt, ...from } = knownKeysOf(condition, ['to', 'unit', 'lt', 'gt'], `${name}.distance`);
  const call = distanceCall(place, from, name);
  if (lt === undefined && gt === undefined) {
    throw new InvalidQueryException(`${name}.distance: say what it is lt or gt than.`);
  }
  return all([
    lt === undefined || comparison(call, '<', distance(lt, `${name}.distance.lt`)),
    gt === undefined || comparison(call, '>', distance(gt, `${name}.distance.gt`)),
  ]);
}

/** `DISTANCE(place, GEOLOCATION(latitude, longitude), unit)` */
export function distanceCall(place: Expression, { to, unit }: PlainData, name: string): FunctionCall {
  if (unit !== 'km' && unit !== 'mi') {
    throw new InvalidQueryException(`${name}.distance: the unit is 'km' or 'mi'.`);
  }
  const { latitude, longitude } = knownKeysOf(to, ['latitude', 'longitude'], `${name}.distance.to`);
  const point = functionCall(
    'GEOLOCATION',
    numberWithin(LATITUDES, latitude, `${name}.distance.to.latitude`),
    numberWithin(LONGITUDES, longitude, `${name}.distance.to.longitude`),
  );
  return functionCall('DISTANCE', place, point, stringLiteral(unit));
}

function distance(value: unknown, name: string): Literal {
  if (typeof value === 'number' && Number.isFinite(value) && value >= 0)
    return numberLiteral(decimalText(value));
  throw new InvalidQueryException(`${name} is a number, 0 or more.`);
}

function numberWithin(limit: number, value: unknown, name: string): Literal {
  if (typeof value === 'number' && Math.abs(value) <= limit) return numberLiteral(decimalText(value));
  throw new InvalidQueryException(`${name} is a number from -${limit} to ${limit}.`);
}
