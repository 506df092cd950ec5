import type { FunctionCall } from '../../../../soql/ast/expression.js';
import type { SqliteDatabase, SqliteValue } from '../../sqlite-database.interface.js';
import type { PlannedExpression } from '../planned-expression.interface.js';
import { bind, identifier, sql, type SqlFragment } from '../sql-fragment.js';
import type { SoqlFunction } from './soql-function.interface.js';

const EARTH_RADIUS: Readonly<Record<string, number>> = { km: 6371, mi: 3959 };
const SQL_FUNCTION: SqlFragment = { text: 'soql_distance', parameters: [] };

/** `DISTANCE(BillingAddress, GEOLOCATION(37.77, -122.41), 'mi')`: the great-circle distance. */
export const distanceFunction: SoqlFunction = {
  plan(call, scope, planArgument) {
    const place = planArgument(0);
    const [, centre, unit] = call.args;
    const coordinates = [...coordinatesOf(place), ...pointOf(centre)];
    const radius = unit?.kind === 'string' ? EARTH_RADIUS[unit.value.toLowerCase()] : undefined;
    if (coordinates.length < 4 || radius === undefined) {
      const reason =
        "DISTANCE needs a location field, GEOLOCATION(latitude, longitude) and the unit 'mi' or 'km'";
      throw scope.source.refusal('MALFORMED_QUERY', reason, call);
    }
    const [latitude, longitude, toLatitude, toLongitude] = coordinates as [
      SqlFragment,
      SqlFragment,
      SqlFragment,
      SqlFragment,
    ];
    return {
      sql: sql`${SQL_FUNCTION}(${latitude}, ${longitude}, ${toLatitude}, ${toLongitude}, ${bind(radius)})`,
      type: 'double',
      name: place.name,
      key: `DISTANCE(${place.key})`,
      aggregate: false,
    };
  },
};

/** Makes the SQL function that the plans of {@link distanceFunction} call. */
export function defineDistance(database: SqliteDatabase): void {
  database.function(SQL_FUNCTION.text, (...values: SqliteValue[]) => {
    if (values.some((value) => value === null)) return null;
    const [latitude = 0, longitude = 0, toLatitude = 0, toLongitude = 0, radius = 0] = values.map(Number);
    const [from, to] = [radians(latitude), radians(toLatitude)];
    const haversine =
      Math.sin((to - from) / 2) ** 2 +
      Math.cos(from) * Math.cos(to) * Math.sin(radians(toLongitude - longitude) / 2) ** 2;
    return 2 * radius * Math.asin(Math.sqrt(haversine));
  });
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}

/** The columns of an address' or location's latitude and longitude. */
function coordinatesOf({ field }: PlannedExpression): SqlFragment[] {
  if (field?.source.kind !== 'record') return [];
  const { object, table } = field.source;
  const components = object.components(field.field);
  return [/latitude(__s)?$/i, /longitude(__s)?$/i].flatMap((ending) =>
    components.filter(({ name }) => ending.test(name)).map(({ name }) => sql`${table}.${identifier(name)}`),
  );
}

function pointOf(centre: FunctionCall['args'][number] | undefined): SqlFragment[] {
  if (centre?.kind !== 'function' || centre.name.toUpperCase() !== 'GEOLOCATION') return [];
  return centre.args.flatMap((argument) => (argument.kind === 'number' ? [bind(Number(argument.text))] : []));
}
