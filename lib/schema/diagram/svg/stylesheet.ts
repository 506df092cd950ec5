import type { DiagramObjectKind } from '../diagram.interface.js';

/** The class of the whole drawing, which every rule begins with: the style sheet of a drawing in a page applies to all of the page. */
export const ROOT_CLASS = 'salesforce-diagram';

interface Palette {
  readonly paper: string;
  readonly box: string;
  readonly stripe: string;
  readonly border: string;
  readonly ink: string;
  readonly faint: string;
  readonly lookup: string;
  readonly owner: string;
  readonly polymorphic: string;
  /** Ground and text of the headers. */
  readonly kinds: Readonly<Record<DiagramObjectKind, readonly [ground: string, ink: string]>>;
}

const LIGHT: Palette = {
  paper: '#f6f8fa',
  box: '#ffffff',
  stripe: '#f3f6f9',
  border: '#c3ccd6',
  ink: '#1f2933',
  faint: '#5a6775',
  lookup: '#66768a',
  owner: '#c2255c',
  polymorphic: '#7048c6',
  kinds: {
    standard: ['#dbe8fb', '#123f86'],
    custom: ['#d5f0e0', '#0f5132'],
    event: ['#fde6c8', '#7a3b00'],
    metadata: ['#eadffa', '#4c1d95'],
    external: ['#d3eff3', '#0b5563'],
  },
};

const DARK: Palette = {
  paper: '#0d1117',
  box: '#161b22',
  stripe: '#1b212a',
  border: '#3a434e',
  ink: '#e6edf3',
  faint: '#9aa5b1',
  lookup: '#8795a6',
  owner: '#ff7aa8',
  polymorphic: '#b197fc',
  kinds: {
    standard: ['#15315c', '#cfe2ff'],
    custom: ['#11402a', '#c3f0d3'],
    event: ['#54330a', '#ffdfb3'],
    metadata: ['#3a2466', '#e2d4ff'],
    external: ['#0e3f49', '#c2eef6'],
  },
};

const SANS_FONTS = 'system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif';
const CODE_FONTS = 'ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace';

const SHAPES = [
  rule('text', `font:11px ${SANS_FONTS}`),
  rule('text.title', 'font-size:20px;font-weight:700'),
  rule('text.name', 'font-size:14px;font-weight:700'),
  rule('text.code, text.type', `font:12px ${CODE_FONTS}`),
  rule('text.key', `font:10px ${CODE_FONTS}`),
  rule('text.end', 'text-anchor:end'),
  rule('.required text.code', 'font-weight:700'),
  rule('.border, .gap, .reference *', 'fill:none'),
  rule('.reference *', 'stroke-width:1.6'),
  rule('.reference.polymorphic *', 'stroke-width:1.3'),
  rule('.reference.master-detail *', 'stroke-width:2.2'),
  rule('.reference:hover *', 'stroke-width:3'),
  rule('.gap', 'stroke-width:5'),
];

/** How a diagram looks, on light and on dark screens. */
export function stylesheet(): string {
  const dark = coloursOf(DARK).join('\n');
  return [...SHAPES, ...coloursOf(LIGHT), `@media (prefers-color-scheme:dark){\n${dark}\n}`].join('\n');
}

function rule(selectors: string, style: string): string {
  const scoped = selectors.split(', ').map((selector) => `.${ROOT_CLASS} ${selector}`);
  return `${scoped.join(',')}{${style}}`;
}

function coloursOf(palette: Palette): readonly string[] {
  return [
    rule('.paper, .reference circle', `fill:${palette.paper}`),
    rule('.box', `fill:${palette.box}`),
    rule('.stripe', `fill:${palette.stripe}`),
    rule('.border', `stroke:${palette.border}`),
    rule('text', `fill:${palette.ink}`),
    rule('text.type, text.key, text.note', `fill:${palette.faint}`),
    rule('.reference *', `stroke:${palette.lookup}`),
    rule('.reference.polymorphic *', `stroke:${palette.polymorphic}`),
    rule('.reference.master-detail *', `stroke:${palette.owner}`),
    rule('.gap', `stroke:${palette.paper}`),
    ...Object.entries(palette.kinds).flatMap(([kind, [ground, ink]]) => [
      rule(`.${kind} .header`, `fill:${ground}`),
      rule(`.${kind} text.name, .${kind} text.label`, `fill:${ink}`),
    ]),
  ];
}
