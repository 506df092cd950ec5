import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Catalog } from '../../../../lib/embedded/catalog/catalog.js';
import { DefinitionStorage } from '../../../../lib/embedded/engine/definition.storage.js';
import { NodeSqliteDatabase } from '../../../../lib/embedded/engine/node-sqlite-database.js';
import { customField, customObject } from '../../../support/record-engine.js';

describe('DefinitionStorage', () => {
  let database: NodeSqliteDatabase;

  beforeEach(() => {
    database = new NodeSqliteDatabase();
  });

  afterEach(() => database.close());

  /** What a process does that opens the database. */
  function open(): { readonly catalog: Catalog; readonly definitions: DefinitionStorage } {
    const catalog = Catalog.standard();
    const definitions = new DefinitionStorage({ catalog, database });
    definitions.restore();
    return { catalog, definitions };
  }
  const changes = () => database.prepare('SELECT total_changes()').rows();

  it('gives the next process what this one declared', () => {
    const line = customObject('Line__c', [
      customField('Invoice__c', 'reference', {
        referenceTo: ['Invoice__c'],
        relationshipName: 'Invoice__r',
        childRelationshipName: 'Positions__r',
      }),
    ]);
    const first = open();
    first.definitions.define([line, customObject('Invoice__c', [])]);
    const { catalog } = open();
    const invoice = catalog.get('Invoice__c')!;
    expect(invoice.keyPrefix).toBe(first.catalog.get('Invoice__c')?.keyPrefix);
    expect(catalog.child(invoice, 'Positions__r')?.child.name).toBe('Line__c');
    expect(catalog.get('Task')?.field('WhatId')?.referenceTo).toContain('Invoice__c');
  });

  it('goes on from what earlier processes declared', () => {
    open().definitions.define([customObject('Invoice__c', [customField('A__c', 'string')])]);
    open().definitions.define([customObject('Invoice__c', [customField('B__c', 'string')])]);
    const fields = open()
      .catalog.get('Invoice__c')
      ?.fields.filter(({ custom }) => custom);
    expect(fields?.map(({ name }) => name)).toEqual(['B__c', 'A__c']);
  });

  it('writes nothing when nothing new is declared', () => {
    const invoice = customObject('Invoice__c', [customField('A__c', 'string')]);
    open().definitions.define([invoice]);
    const before = changes();
    const { definitions } = open();
    definitions.define([invoice]);
    definitions.define([invoice]);
    expect(changes()).toEqual(before);
  });

  it('tells of every object that was declared, and of those that will be', () => {
    open().definitions.define([customObject('Invoice__c', [])]);
    const { definitions } = open();
    const told: string[] = [];
    definitions.whenDefined(({ name }) => told.push(name));
    definitions.define([customObject('Line__c', [])]);
    expect(told).toEqual(['Invoice__c', 'Line__c']);
  });
});
