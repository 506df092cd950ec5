import { describe, expect, it } from '@jest/globals';
import { stylesheet } from '../../../../../lib/schema/diagram/svg/stylesheet.js';

/** How much lighter one colour is than another: 1 to 21, as the Web Content Accessibility Guidelines measure it. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const [light = '', dark = ''] = stylesheet().split('@media (prefers-color-scheme:dark){');

const colourOf = (sheet: string, selector: string): string =>
  new RegExp(
    `\\.salesforce-diagram ${selector.replaceAll('.', '\\.')}[^{}]*\\{(?:fill|stroke):(#[0-9a-f]{6})\\}`,
  ).exec(sheet)?.[1] ?? '';

const selectorsOf = (sheet: string) =>
  [...sheet.matchAll(/^(.*)\{(?:fill|stroke):#/gm)].map(([, selector]) => selector);

describe('stylesheet', () => {
  it('applies to nothing else in a page', () => {
    const selectors = stylesheet()
      .replaceAll(/\{[^{}]*\}/g, ',')
      .replace('@media (prefers-color-scheme:dark){', '')
      .split(/[,\n]+/)
      .filter((selector) => selector !== '' && selector !== '}');
    expect(selectors.length).toBeGreaterThan(50);
    expect(selectors.filter((selector) => !selector.startsWith('.salesforce-diagram '))).toEqual([]);
  });

  it('loads nothing', () => {
    expect(stylesheet()).not.toMatch(/url\(|@import|@font-face/);
  });

  it('has the same colours to say on light and on dark screens', () => {
    expect(selectorsOf(dark)).toEqual(selectorsOf(light));
  });

  describe.each([
    ['light', light],
    ['dark', dark],
  ])('on %s screens', (_name, sheet) => {
    it.each([
      ['text', '.box'],
      ['text', '.stripe'],
      ['text', '.paper'],
      ['text.type', '.box'],
      ['text.type', '.stripe'],
      ['text.type', '.paper'],
      ...['standard', 'custom', 'event', 'metadata', 'external'].map((kind) => [
        `.${kind} text.name`,
        `.${kind} .header`,
      ]),
    ])('sets off %s from %s as small text needs it', (ink, ground) => {
      expect(contrast(colourOf(sheet, ink!), colourOf(sheet, ground!))).toBeGreaterThanOrEqual(4.5);
    });

    it.each(['.reference *', '.reference.polymorphic *', '.reference.master-detail *'])(
      'sets off %s as lines need it',
      (line) => {
        expect(
          contrast(colourOf(sheet, line.replace('*', '\\*')), colourOf(sheet, '.paper')),
        ).toBeGreaterThanOrEqual(3);
      },
    );
  });
});
