import { describe, expect, it } from '@jest/globals';
import { memberAspects, printsOf } from '../../../../../lib/codegen/update/source/aspects.js';
import { ElementMerge } from '../../../../../lib/codegen/update/merge/element-merge.js';
import type { SourceClass } from '../../../../../lib/codegen/update/source/source-file.interface.js';
import { readSourceFile } from '../../../../../lib/codegen/update/source/source-file.reader.js';

function aspects(code: string) {
  const [read] = readSourceFile('a.ts', `class A {\n${code}\n}`).statements as [SourceClass];
  return memberAspects(read.members[0]!);
}

function merge(base: string, theirs: string, fresh: string): ElementMerge {
  return new ElementMerge(printsOf(aspects(base)), aspects(theirs), aspects(fresh));
}

const BASE = '@Field({ length: 5, label: "A" }) name!: string;';

describe('ElementMerge', () => {
  it('takes nothing from what is the same', () => {
    const one = merge(BASE, BASE.replace('5,', '5 ,'), BASE);
    expect([one.takenLabels(), one.conflicts, one.isUntouched()]).toEqual([[], [], true]);
  });

  it('takes aspects one by one', () => {
    const one = merge(BASE, BASE.replace('"A"', '"B"'), BASE.replace('5', '6').replace('!', '?'));
    expect(one.takenLabels()).toEqual(['mark', '@Field.0{length}']);
    expect(one.takenLabels('@Field')).toEqual(['@Field.0{length}']);
    expect([one.isUntouched(), one.isUntouched('@Field'), one.isUntouched('type')]).toEqual([
      false,
      false,
      true,
    ]);
    one.took('@Field.0{length}');
    expect(one.taken).toEqual(['length']);
  });

  it('tells what both changed, and what could not be taken', () => {
    const one = merge(BASE, BASE.replace('5', '7'), BASE.replace('5', '6').replace('string', 'number'));
    expect(one.conflicts).toEqual(['length']);
    one.refused('type');
    expect(one.conflicts).toEqual(['length', 'type']);
  });
});
