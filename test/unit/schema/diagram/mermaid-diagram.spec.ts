import { describe, expect, it } from '@jest/globals';
import { mermaidDiagram } from '../../../../lib/schema/diagram/mermaid-diagram.js';
import { field, HARBOUR, object, reference } from '../../../fixtures/diagram-objects.js';

describe('mermaidDiagram', () => {
  it('writes objects, their fields and their references', () => {
    expect(mermaidDiagram(HARBOUR, { title: 'The "old" harbour', audit: false })).toBe(`---
title: "The \\"old\\" harbour"
---
erDiagram
    Account {
        id Id PK
        string Name "required"
        reference ParentId FK
    }
    Harbour__c {
        id Id PK
        string Name "required"
        reference Flagship__c FK
    }
    Boat__c {
        id Id PK
        string Name
        string Code__c UK "Hull #34;code#34; #60;1#62;"
        reference Account__c FK "required"
        reference Home__c FK
    }
    Berth__c["Berth__c (Berth & bollard)"] {
        id Id PK
        reference Harbour__c FK "required"
        reference Boat__c FK, UK
    }
    Note__c {
        id Id PK
        reference About__c FK "to Case"
    }
    Signal__e {
        id Id PK
    }
    Tariff__mdt {
        id Id PK
    }
    Account |o..o{ Account : "ParentId"
    Boat__c |o..o{ Harbour__c : "Flagship__c"
    Account ||..o{ Boat__c : "Account__c"
    Harbour__c |o..o{ Boat__c : "Home__c"
    Harbour__c ||--o{ Berth__c : "Harbour__c"
    Boat__c |o..o| Berth__c : "Boat__c"
    Boat__c |o..o{ Note__c : "About__c (polymorphic)"
    Harbour__c |o..o{ Note__c : "About__c (polymorphic)"
    classDef custom stroke:#2f9e64,stroke-width:2px
    class Harbour__c,Boat__c,Berth__c,Note__c custom
    classDef event stroke:#d9822b,stroke-width:2px
    class Signal__e event
    classDef metadata stroke:#8b5cf6,stroke-width:2px
    class Tariff__mdt metadata
`);
  });

  it('tells where a reference leads that has no line, the many in short', () => {
    const text = mermaidDiagram([
      object('Task', [
        reference('WhoId', ['Contact', 'Lead']),
        reference('WhatId', ['Account', 'Asset', 'Case', 'Order']),
      ]),
    ]);
    expect(text).toContain('reference WhoId FK "to Contact, Lead"');
    expect(text).toContain('reference WhatId FK "to Account, Asset and 2 more"');
  });

  it('writes an object without fields', () => {
    const empty = { ...object('Empty__c', []), fields: [] };
    expect(mermaidDiagram([empty])).toContain('erDiagram\n    Empty__c\n    classDef custom');
  });

  it('quotes names that Mermaid takes for something else, and gives those no style', () => {
    const text = mermaidDiagram([
      object('Title', [field('PK', 'string', { unique: true })]),
      object('Odd "name"', [], { custom: true }),
      object('Style__c', [reference('Title__c', ['Title'])]),
    ]);
    expect(text).toContain('    "Title" {\n        id Id PK\n        string _PK UK\n    }');
    expect(text).toContain('    "Odd #34;name#34;" {');
    expect(text).toContain('    "Title" |o..o{ Style__c : "Title__c"');
    expect(text).toContain('    class Style__c custom');
  });

  it('writes the same text for the same objects', () => {
    expect(mermaidDiagram(HARBOUR)).toBe(mermaidDiagram(structuredClone(HARBOUR)));
  });
});
