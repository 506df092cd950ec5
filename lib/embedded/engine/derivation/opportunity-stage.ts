import type { OrgRow } from '../org-row.js';
import type { Derivation, DerivedWrite } from './derivation.interface.js';

interface Stage {
  readonly probability: number;
  /** `ForecastCategory`; its label is `ForecastCategoryName`. */
  readonly forecast: string;
  readonly closed?: boolean;
  readonly won?: boolean;
}

/** The sales process of a new org. */
const STAGES: Readonly<Record<string, Stage>> = {
  Prospecting: { probability: 10, forecast: 'Pipeline' },
  Qualification: { probability: 10, forecast: 'Pipeline' },
  'Needs Analysis': { probability: 20, forecast: 'Pipeline' },
  'Value Proposition': { probability: 50, forecast: 'Pipeline' },
  'Id. Decision Makers': { probability: 60, forecast: 'Pipeline' },
  'Perception Analysis': { probability: 70, forecast: 'Pipeline' },
  'Proposal/Price Quote': { probability: 75, forecast: 'Pipeline' },
  'Negotiation/Review': { probability: 90, forecast: 'Pipeline' },
  'Closed Won': { probability: 100, forecast: 'Closed', closed: true, won: true },
  'Closed Lost': { probability: 0, forecast: 'Omitted', closed: true },
};

/** A stage of the application's own: open, and of no probability until it is given one. */
const UNKNOWN_STAGE: Stage = { probability: 0, forecast: 'Pipeline' };

const FORECAST_LABELS: Readonly<Record<string, string>> = { BestCase: 'Best Case', Forecast: 'Commit' };

/** What an opportunity's stage, amount and close date say about its forecast. */
export const opportunityStage: Derivation = {
  appliesTo: ({ name }) => name === 'Opportunity',
  reads: ['StageName', 'Probability', 'ForecastCategoryName', 'Amount', 'CloseDate'],
  sets: [
    'IsClosed',
    'IsWon',
    'Probability',
    'ForecastCategoryName',
    'ForecastCategory',
    'ExpectedRevenue',
    'LastStageChangeDate',
    'FiscalYear',
    'FiscalQuarter',
    'Fiscal',
  ],
  derive(write) {
    const { after, before, now } = write;
    const stage = STAGES[String(after['StageName'])] ?? UNKNOWN_STAGE;
    const stageChanged = before?.['StageName'] !== after['StageName'];
    const probability = followsStage(write, 'Probability', stageChanged, stage.probability);
    return {
      IsClosed: stage.closed ? 1 : 0,
      IsWon: stage.won ? 1 : 0,
      Probability: probability,
      ...forecastOf(write, stageChanged, stage),
      ExpectedRevenue:
        typeof after['Amount'] === 'number' ? (after['Amount'] * Number(probability)) / 100 : null,
      ...(before && stageChanged ? { LastStageChangeDate: now } : {}),
      ...fiscalPeriod(after['CloseDate'], write),
    };
  },
};

/** A field that a new stage sets, unless the same write says otherwise. */
function followsStage(
  { given, after }: DerivedWrite,
  field: string,
  changed: boolean,
  fromStage: string | number,
) {
  if (given[field] != null) return given[field];
  return changed || after[field] == null ? fromStage : after[field];
}

function forecastOf(write: DerivedWrite, stageChanged: boolean, stage: Stage): OrgRow {
  const fromStage = FORECAST_LABELS[stage.forecast] ?? stage.forecast;
  const label = followsStage(write, 'ForecastCategoryName', stageChanged, fromStage);
  const category = Object.keys(FORECAST_LABELS).find((key) => FORECAST_LABELS[key] === label);
  return { ForecastCategoryName: label, ForecastCategory: category ?? label };
}

function fiscalPeriod(closeDate: unknown, { fiscalYear }: DerivedWrite): OrgRow {
  if (typeof closeDate !== 'string') return {};
  const month = Number(closeDate.slice(5, 7)) - 1;
  const year = fiscalYear().yearOf(Number(closeDate.slice(0, 4)), month);
  const quarter = Math.floor(fiscalYear().monthOf(month) / 3) + 1;
  return { FiscalYear: year, FiscalQuarter: quarter, Fiscal: `${year} ${quarter}` };
}
