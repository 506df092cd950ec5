import { NamingStrategy } from '../../../metadata/naming-strategy.js';
import { propertyName } from '../source/canonical-code.js';
import type {
  SourceArgument,
  SourceClass,
  SourceDecorator,
  SourceMember,
} from '../source/source-file.interface.js';
import type { SyntaxNode } from '../source/syntax.js';

/** The other side of a relation, as a decorator names it. */
export interface DeclaredRelation {
  /** The class, by what the file calls it; of a polymorphic lookup none. */
  readonly target?: string;
  /** Property of the foreign key, or of the children's way back. */
  readonly property: string;
}

/** What the object that a class maps is called; `undefined` for a class that maps none. */
export function objectName(
  { name, decorators }: SourceClass,
  namespace: string | undefined,
): string | undefined {
  const decorator = decorators.find(({ name }) => name === 'SObject');
  if (!decorator) return undefined;
  const given = literal(decorator.args[0]?.node) ?? option(decorator, 'apiName');
  if (typeof given === 'string') return given;
  return namingOf(decorator, namespace).apiName(name, option(decorator, 'custom') === true);
}

/** How the fields of a class are named: by the namespace it says, or that of the connection. */
export function namingStrategyOf({ decorators }: SourceClass, namespace: string | undefined): NamingStrategy {
  return namingOf(
    decorators.find(({ name }) => name === 'SObject'),
    namespace,
  );
}

/** What the field that a property maps is called; `undefined` for a property that maps none. */
export function fieldName(
  member: SourceMember,
  isForeignKey: boolean,
  naming: NamingStrategy,
): string | undefined {
  if (member.decorators.some(({ name }) => name === 'Id')) return 'Id';
  const decorator = member.decorators.find(({ name }) => name === 'Field');
  if (!decorator) return undefined;
  const given = option(decorator, 'apiName');
  if (typeof given === 'string') return given;
  const custom = option(decorator, 'custom') === true;
  return isForeignKey ? naming.foreignKey(member.name, custom) : naming.apiName(member.name, custom);
}

export function parentOf(member: SourceMember): DeclaredRelation | undefined {
  return relation(member.decorators.find(({ name }) => name === 'Lookup' || name === 'MasterDetail'));
}

export function childrenRelationOf(member: SourceMember): DeclaredRelation | undefined {
  return relation(member.decorators.find(({ name }) => name === 'Children'));
}

/** The name that an option of a decorator refers to: `picklist: AccountRating`. */
export function referredName(
  { decorators }: Pick<SourceMember, 'decorators'>,
  wanted: string,
): string | undefined {
  for (const decorator of decorators) {
    const value = optionValue(decorator, wanted);
    if (value?.type === 'Identifier') return propertyName(value);
  }
  return undefined;
}

function namingOf(decorator: SourceDecorator | undefined, namespace: string | undefined): NamingStrategy {
  const own = decorator && option(decorator, 'namespace');
  return new NamingStrategy(typeof own === 'string' ? own : namespace);
}

function relation(decorator: SourceDecorator | undefined): DeclaredRelation | undefined {
  const property = literal(decorator?.args[1]?.node);
  if (typeof property !== 'string') return undefined;
  const target = decorator?.args[0] && thunkTarget(decorator.args[0]);
  return { property, ...(target !== undefined && { target }) };
}

/** `() => Contact` */
function thunkTarget({ node }: SourceArgument): string | undefined {
  const { body } = node as SyntaxNode & { readonly body?: SyntaxNode };
  return body?.type === 'Identifier' ? propertyName(body) : undefined;
}

function option(decorator: SourceDecorator, wanted: string): string | number | boolean | undefined {
  return literal(optionValue(decorator, wanted));
}

function optionValue({ args }: SourceDecorator, wanted: string): SyntaxNode | undefined {
  const item = args.at(-1)?.options?.items.find(({ label }) => label === wanted);
  return (item?.node as (SyntaxNode & { readonly value?: SyntaxNode }) | undefined)?.value;
}

function literal(node: SyntaxNode | undefined): string | number | boolean | undefined {
  if (node?.type !== 'StringLiteral' && node?.type !== 'NumericLiteral' && node?.type !== 'BooleanLiteral')
    return undefined;
  return (node as SyntaxNode & { readonly value: string | number | boolean }).value;
}
