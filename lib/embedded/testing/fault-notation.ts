import { SalesforceConfigurationException } from '../../exceptions/salesforce-configuration.exception.js';
import type { Fault, FaultRule } from './fault.interface.js';

const NOTATION =
  /^(?:(?<on>\S+\s+\/\S*)\s*:\s*)?(?<fault>[a-z-]+(?:\s+\d+)?|\d{3}\s+[A-Z][A-Z_]*)(?:\s+after\s+(?<skip>\d+))?(?:\s+x(?<times>\d+))?$/;
const NAMED: ReadonlySet<string> = new Set<Fault & string>([
  'drop',
  'drop-answer',
  'expired-session',
  'limit-exceeded',
  'locked-row',
  'unavailable',
]);

/**
 * Reads a rule from a line: `GET /query/*: drop x1`, `delay 250`, `POST /**: 503 SERVER_UNAVAILABLE after 2 x3`.
 *
 * @throws SalesforceConfigurationException for any other line
 */
export function parseFaultRule(line: string): FaultRule {
  const { on, fault = '', skip, times } = NOTATION.exec(line.trim())?.groups ?? {};
  const parsed = parseFault(fault);
  if (parsed === undefined) {
    throw new SalesforceConfigurationException(
      `'${line}' is no fault: write one as 'GET /query/*: drop', '503 SERVER_UNAVAILABLE x3' or 'delay 250 after 2'; ` +
        `there are ${[...NAMED].join(', ')}, delay <ms>, truncate <bytes> and <status> <ERROR_CODE>.`,
    );
  }
  return {
    ...(on !== undefined && { on }),
    fault: parsed,
    ...(skip !== undefined && { skip: Number(skip) }),
    ...(times !== undefined && { times: Number(times) }),
  };
}

function parseFault(text: string): Fault | undefined {
  const [name = '', value] = text.split(/\s+/);
  if (value === undefined) return NAMED.has(name) ? (name as Fault) : undefined;
  if (name === 'delay') return { delay: Number(value) };
  if (name === 'truncate') return { truncate: Number(value) };
  const status = Number(name);
  return status >= 100 && status < 600 ? { status, errorCode: value } : undefined;
}
