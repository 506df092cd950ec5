import { describe, expect, it } from '@jest/globals';
import { SalesforceConnection } from '../../../lib/connection/salesforce-connection.js';
import { SalesforceConnections } from '../../../lib/connection/salesforce-connections.js';
import { SalesforceConfigurationException } from '../../../lib/exceptions/salesforce-configuration.exception.js';

const options = {
  auth: { flow: 'session', accessToken: 'token', instanceUrl: 'https://acme.my.salesforce.com' },
} as const;

describe('SalesforceConnections', () => {
  it('keeps connections by name', () => {
    const connections = new SalesforceConnections();
    const emea = connections.add('emea', options);
    const fallback = connections.add('default', options);
    expect(emea).toBeInstanceOf(SalesforceConnection);
    expect(connections.get('emea')).toBe(emea);
    expect(connections.get()).toBe(fallback);
    expect(connections.has('emea')).toBe(true);
    expect(connections.has('apac')).toBe(false);
    expect(connections.names).toEqual(['emea', 'default']);
  });

  it('refuses a name that is taken, naming what there is', () => {
    const connections = new SalesforceConnections();
    connections.add('emea', options);
    connections.add('apac', options);
    expect(() => connections.add('emea', options)).toThrow(SalesforceConfigurationException);
    expect(() => connections.add('emea', options)).toThrow(
      "There is a connection 'emea' already. Give each connection a name of its own; known are 'emea', 'apac'.",
    );
  });

  it('refuses a name it does not know, naming what there is and the fix', () => {
    const connections = new SalesforceConnections();
    expect(() => connections.get()).toThrow(/There is no connection 'default'; known are none\./);
    connections.add('emea', options);
    expect(() => connections.get('apac')).toThrow(
      /There is no connection 'apac'; known are 'emea'\. Name it in/,
    );
  });

  it('adds nothing when the options cannot work', () => {
    const connections = new SalesforceConnections();
    expect(() => connections.add('emea', {} as typeof options)).toThrow(SalesforceConfigurationException);
    expect(connections.names).toEqual([]);
  });

  it('closes what it removes, and frees the name', async () => {
    const connections = new SalesforceConnections();
    const emea = connections.add('emea', options);
    await connections.remove('emea');
    await connections.remove('emea');
    expect(connections.has('emea')).toBe(false);
    await expect(emea.connect()).rejects.toThrow(/closed/);
    expect(connections.add('emea', options)).not.toBe(emea);
  });

  it('closes all connections even when one of them fails to', async () => {
    const connections = new SalesforceConnections();
    const failing = connections.add('failing', options);
    const failure = new Error('stuck');
    failing.close = async () => {
      throw failure;
    };
    const other = connections.add('other', options);
    await expect(connections.close()).rejects.toBe(failure);
    await expect(other.connect()).rejects.toThrow(/closed/);
    expect(connections.names).toEqual([]);
  });

  it('gives each connection a logger of its own', async () => {
    const lines: string[] = [];
    const connections = new SalesforceConnections({
      logger: (name) => {
        const write = (message: string): void => void lines.push(`${name}: ${message}`);
        return { error: write, warn: write, log: write, debug: write };
      },
    });
    await connections.add('quiet', options).connect();
    await connections.add('emea', { ...options, logLevel: 'log' }).connect();
    expect(lines).toEqual(['emea: Logged in at https://acme.my.salesforce.com']);
  });
});
