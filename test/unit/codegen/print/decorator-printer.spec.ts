import { describe, expect, it } from '@jest/globals';
import type { DecoratorModel } from '../../../../lib/codegen/model/decorator.model.js';
import { decoratorLine, printDecorator } from '../../../../lib/codegen/print/decorator-printer.js';

const field = (...options: (readonly [string, string])[]): DecoratorModel => ({
  name: 'Field',
  args: [{ options }],
});
const many = Array.from({ length: 12 }, (_, place) => `Entity${place}Name`);

describe('decoratorLine', () => {
  it.each([
    [{ name: 'Id', args: [] }, '@Id()'],
    [field(['type', "'date'"], ['nillable', 'false']), "@Field({ type: 'date', nillable: false })"],
    [{ name: 'Lookup', args: ['() => User', "'ownerId'"] }, "@Lookup(() => User, 'ownerId')"],
  ])('%#', (model, line) => {
    expect(decoratorLine(model)).toBe(line);
  });
});

describe('printDecorator', () => {
  it('stays in one line while that fits', () => {
    expect(printDecorator(field(['length', '80']), '  ')).toBe('@Field({ length: 80 })');
  });

  it('opens the options', () => {
    expect(printDecorator(field(['help', `'${'x'.repeat(90)}'`], ['length', '80']), '  ')).toBe(
      `@Field({\n    help: '${'x'.repeat(90)}',\n    length: 80,\n  })`,
    );
  });

  it('opens the last argument while what stands before it fits', () => {
    const options = { options: [['relationshipName', `'${'R'.repeat(60)}'`] as const] };
    expect(printDecorator({ name: 'Lookup', args: ['() => User', "'ownerId'", options] }, '  ')).toBe(
      `@Lookup(() => User, 'ownerId', {\n    relationshipName: '${'R'.repeat(60)}',\n  })`,
    );
  });

  it('sets arguments apart, and opens a list of classes', () => {
    const args = [`() => ({ ${many.join(', ')} })`, "'whatId'"];
    expect(printDecorator({ name: 'Lookup', args }, '  ')).toBe(
      `@Lookup(\n    () => ({\n${many.map((name) => `      ${name},\n`).join('')}    }),\n    'whatId',\n  )`,
    );
  });
});
