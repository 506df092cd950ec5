import type { Answer } from '../org-exchange.interface.js';
import { recentItems } from './recent-items.js';
import type { DataCall, DataResource } from '../resource.interface.js';

/** As many as the platform remembers of a user. */
const MAX_ITEMS = 200;

/** The records that the user saw last, the latest first. */
export const recentResource: DataResource = { path: '/recent', methods: { GET: list } };

function list(call: DataCall): Answer {
  const limit = Number(call.query.get('limit') ?? MAX_ITEMS);
  const valid = Number.isInteger(limit) && limit > 0;
  return { status: 200, body: recentItems(call).slice(0, valid ? limit : MAX_ITEMS) };
}
