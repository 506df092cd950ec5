/** What the API name of something custom ends with. */
const CUSTOM_SUFFIX = /__(?:c|pc|e|b|x|mdt|kav|latitude__s|longitude__s)$/i;

/** How names of classes and properties become API names, for one namespace. */
export class NamingStrategy {
  readonly #prefix: string;

  constructor(namespace?: string) {
    this.#prefix = namespace ? `${namespace}__` : '';
  }

  /** `lastName` -> `LastName`; custom: `tier` -> `Tier__c`, in a namespace `acme__Tier__c`. */
  apiName(name: string, custom = false): string {
    if (!custom && !isCustomName(name)) return capitalise(name);
    const { prefix, stem, suffix } = split(name);
    return (prefix || this.#prefix) + capitalise(stem) + (suffix || '__c');
  }

  /** Like {@link apiName}, but a custom lookup is called after its object alone: `regionId` -> `Region__c`. */
  foreignKey(property: string, custom = false): string {
    return this.apiName(custom ? property.replace(/(?<=.)Id$/, '') : property, custom);
  }
}

/** Whether the platform could have an object or a field of that name. */
export function isApiName(name: string): boolean {
  return /^[a-z]\w*$/i.test(name);
}

/** Whether an API name is that of something an administrator or a package made. */
export function isCustomName(apiName: string): boolean {
  return CUSTOM_SUFFIX.test(apiName);
}

/** An API name without namespace prefix and custom suffix: `acme__Tier_Level__c` -> `Tier_Level`. */
export function bareName(apiName: string): string {
  return isCustomName(apiName) ? split(apiName).stem : apiName;
}

/** The namespace of the package that something belongs to: `acme__Tier__c` -> `acme`. */
export function namespaceOf(apiName: string): string | undefined {
  return split(apiName).prefix.slice(0, -2) || undefined;
}

/** `OwnerId` -> `Owner`, `Region__c` -> `Region__r`; `undefined` for a foreign key that gives no name. */
export function parentRelationshipName(foreignKey: string): string | undefined {
  if (/__p?c$/i.test(foreignKey)) return `${foreignKey.slice(0, -1)}r`;
  return /.Id$/.test(foreignKey) ? foreignKey.slice(0, -2) : undefined;
}

/** `contacts` -> `Contacts`; over a custom foreign key `Invoices__r`, in the namespace of that key. */
export function childRelationshipName(property: string, foreignKey: string): string {
  if (!isCustomName(foreignKey) || /__r$/i.test(property)) return capitalise(property);
  return `${split(foreignKey).prefix}${capitalise(property)}__r`;
}

/** `acme__Tier__c` -> `acme__`, `Tier`, `__c`; prefix and suffix are empty where there are none. */
function split(name: string): { prefix: string; stem: string; suffix: string } {
  const suffix = CUSTOM_SUFFIX.exec(name)?.[0] ?? '';
  const body = name.slice(0, name.length - suffix.length);
  const end = body.indexOf('__');
  const prefix = end > 0 ? body.slice(0, end + 2) : '';
  return { prefix, stem: body.slice(prefix.length), suffix };
}

function capitalise(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
