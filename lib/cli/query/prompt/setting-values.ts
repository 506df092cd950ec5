import { SalesforceConfigurationException } from '../../../exceptions/salesforce-configuration.exception.js';

/** @throws SalesforceConfigurationException for anything but on and off */
export function readSwitch(text: string): boolean {
  const value = text.toLowerCase();
  if (value === 'on' || value === 'off') return value === 'on';
  throw new SalesforceConfigurationException(`It is on or off, not '${text}'.`);
}

/** @throws SalesforceConfigurationException for anything but a whole number from 1 */
export function readCount(text: string): number {
  if (/^[1-9]\d{0,9}$/.test(text)) return Number(text);
  throw new SalesforceConfigurationException(`It is a whole number from 1, not '${text}'.`);
}
