import type { Limits } from '../../../protocol/identity.interface.js';
import type { ApiUsage } from '../../api-usage.js';
import type { DataResource } from '../resource.interface.js';

/** What a development org is allowed and nobody uses up here. */
const UNUSED: Readonly<Record<string, number>> = {
  ConcurrentAsyncGetReportInstances: 200,
  ConcurrentSyncReportRuns: 20,
  DailyAsyncApexExecutions: 250_000,
  DailyBulkApiBatches: 15_000,
  DailyBulkV2QueryFileStorageMB: 976_562,
  DailyBulkV2QueryJobs: 10_000,
  DailyDurableGenericStreamingApiEvents: 10_000,
  DailyDurableStreamingApiEvents: 10_000,
  DailyGenericStreamingApiEvents: 10_000,
  DailyStandardVolumePlatformEvents: 10_000,
  DailyStreamingApiEvents: 10_000,
  DailyWorkflowEmails: 8040,
  DurableStreamingApiConcurrentClients: 20,
  HourlyAsyncReportRuns: 1200,
  HourlyDashboardRefreshes: 200,
  HourlyODataCallout: 1000,
  HourlyPublishedPlatformEvents: 50_000,
  HourlyPublishedStandardVolumePlatformEvents: 1000,
  HourlySyncReportRuns: 500,
  HourlyTimeBasedWorkflow: 1000,
  MassEmail: 10,
  PermissionSets: 1500,
  SingleEmail: 15,
  StreamingApiConcurrentClients: 20,
};

export const limitsResource: DataResource = {
  path: '/limits',
  methods: { GET: ({ org }) => ({ status: 200, body: limits(org.usage) }) },
};

function limits(usage: ApiUsage): Limits {
  const all: [string, Limits[string]][] = Object.entries(UNUSED).map(([name, max]) => [
    name,
    { Max: max, Remaining: max },
  ]);
  all.push(['DailyApiRequests', { Max: usage.max, Remaining: usage.remaining }]);
  return Object.fromEntries(all.sort(([a], [b]) => (a < b ? -1 : 1)));
}
