import { shortenedList } from '../../common/shortened-list.js';
import type { SObjectDefinition } from '../sobject-definition.interface.js';
import { labelOf } from '../api-label.js';
import { diagramOf } from './diagram-model.js';
import type { DiagramOptions } from './diagram-options.interface.js';
import type {
  Diagram,
  DiagramField,
  DiagramKey,
  DiagramObject,
  DiagramObjectKind,
  DiagramReference,
} from './diagram.interface.js';
import { attributeWord, entityName, isPlainName, quoted } from './mermaid-text.js';

const KEY_TEXTS: Readonly<Record<DiagramKey, string>> = { primary: 'PK', foreign: 'FK', unique: 'UK' };

/** Edges that can be told apart on light and on dark grounds; standard objects look as Mermaid has them. */
const KIND_STYLES: ReadonlyMap<DiagramObjectKind, string> = new Map([
  ['custom', 'stroke:#2f9e64,stroke-width:2px'],
  ['event', 'stroke:#d9822b,stroke-width:2px'],
  ['metadata', 'stroke:#8b5cf6,stroke-width:2px'],
  ['external', 'stroke:#1098ad,stroke-width:2px'],
]);

/**
 * Objects and how they refer to each other as the text of a Mermaid entity relationship diagram, which GitHub, GitLab and many
 * an editor show as a picture. The line of a master-detail relationship is solid, that of a lookup dotted.
 */
export function mermaidDiagram(
  definitions: readonly SObjectDefinition[],
  options: DiagramOptions = {},
): string {
  const diagram = diagramOf(definitions, options);
  const shown = new Set(diagram.objects.map(({ name }) => name));
  const lines = [
    '---',
    // JSON is YAML.
    `title: ${JSON.stringify(diagram.title)}`,
    '---',
    'erDiagram',
    ...diagram.objects.flatMap((object) => entityLines(object, shown)),
    ...diagram.references.map((reference) => `    ${relationshipText(reference)}`),
    ...styleLines(diagram),
  ];
  return `${lines.join('\n')}\n`;
}

function entityLines({ name, label, fields }: DiagramObject, shown: ReadonlySet<string>): readonly string[] {
  const alias = label === name || label === labelOf(name) ? '' : `[${quoted(`${name} (${label})`)}]`;
  const entity = `    ${entityName(name)}${alias}`;
  if (fields.length === 0) return [entity];
  return [`${entity} {`, ...fields.map((field) => `        ${attributeText(field, shown)}`), '    }'];
}

function attributeText(field: DiagramField, shown: ReadonlySet<string>): string {
  const keys = field.keys.map((key) => KEY_TEXTS[key]).join(', ');
  const comment = commentOf(field, shown);
  return [attributeWord(field.type), attributeWord(field.name), keys, comment === '' ? '' : quoted(comment)]
    .filter(Boolean)
    .join(' ');
}

/** What neither the name of the field nor a line of the diagram says. */
function commentOf({ name, label, required, referenceTo }: DiagramField, shown: ReadonlySet<string>): string {
  const elsewhere = referenceTo.filter((target) => !shown.has(target));
  const isPlain = label === name || label === labelOf(name);
  return [
    isPlain ? '' : label,
    required ? 'required' : '',
    elsewhere.length > 0 ? targetsText(elsewhere) : '',
  ]
    .filter(Boolean)
    .join('; ');
}

function targetsText(targets: readonly string[]): string {
  return `to ${shortenedList(targets, 2)}`;
}

/** On the left the object pointed at, one at most or exactly one; on the right those that point at it. */
function relationshipText({
  from,
  field,
  to,
  kind,
  polymorphic,
  required,
  unique,
}: DiagramReference): string {
  const one = required && !polymorphic ? '||' : '|o';
  const line = kind === 'master-detail' ? '--' : '..';
  const many = unique ? 'o|' : 'o{';
  const label = polymorphic ? `${field} (polymorphic)` : field;
  return `${entityName(to)} ${one}${line}${many} ${entityName(from)} : ${quoted(label)}`;
}

function styleLines({ objects }: Diagram): readonly string[] {
  return [...KIND_STYLES].flatMap(([kind, style]) => {
    const names = objects
      .filter((object) => object.kind === kind && isPlainName(object.name))
      .map(({ name }) => name);
    return names.length === 0
      ? []
      : [`    classDef ${kind} ${style}`, `    class ${names.join(',')} ${kind}`];
  });
}
