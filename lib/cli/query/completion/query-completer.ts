import type { SObjectDefinition } from '../../../schema/sobject-definition.interface.js';
import type { CompletionCatalog } from './completion-catalog.js';
import { completionPlaceAt } from './completion-place.js';
import type { Expectation, FieldUse } from './expectation.type.js';
import { fieldCandidates } from './field-candidates.js';
import type { QueryScope } from './query-scope.js';
import { relation, relativePath, SchemaPaths } from './schema-paths.js';
import { operatorCandidates, recordTypeCandidates, valueCandidates } from './value-candidates.js';

/** What may be written at a place. */
export interface Completion {
  readonly candidates: readonly string[];
  /** What has been written already, in place of which any of the candidates goes. */
  readonly typed: string;
}

/** Whose default scopes are offered where the describe of an object names none. */
const SCOPES = ['delegated', 'everything', 'mine', 'mine_and_my_groups', 'my_territory', 'team'];

/** Completes SOQL, and the part of SOSL that is like it. */
export class QueryCompleter {
  readonly #catalog: CompletionCatalog;
  readonly #schema: SchemaPaths;

  constructor(catalog: CompletionCatalog) {
    this.#catalog = catalog;
    this.#schema = new SchemaPaths(catalog);
  }

  /** @param cursor where in the text somebody is writing; what is behind it counts as well */
  async complete(text: string, cursor: number): Promise<Completion> {
    const { scope, expected, typed } = completionPlaceAt(text, cursor);
    const parents = typed.startsWith("'") ? [] : typed.split('.').slice(0, -1);
    const rest = parents.length > 0 ? typed.slice(typed.lastIndexOf('.') + 1) : typed;
    const found = await Promise.all(
      expected.map((one) =>
        parents.length > 0 ? this.#parentFields(one, scope, parents) : this.#candidates(one, scope, typed),
      ),
    );
    const candidates = found.flat().filter((candidate) => startsWith(candidate, rest));
    return { candidates: [...new Set(candidates)], typed: rest };
  }

  async #candidates(expected: Expectation, scope: QueryScope, typed: string): Promise<readonly string[]> {
    switch (expected.kind) {
      case 'words':
        return inCaseOf(typed, expected.words);
      case 'objects':
        return this.#catalog.objectNames();
      case 'child-relationships':
        return childRelationships(await this.#schema.parentOf(scope));
      case 'polymorphic-parents':
        return polymorphicParents(await this.#schema.objectOf(scope));
      case 'parent-objects':
        return this.#parentObjects(scope, expected.path);
      case 'fields':
        return this.#fields(scope, expected.use, expected.sobject);
      case 'operators':
        return inCaseOf(typed, operatorCandidates(await this.#schema.field(scope, expected.path)));
      case 'values':
        return inCaseOf(typed, await this.#values(scope, expected.path, expected.operator));
      case 'scopes':
        return scopes(await this.#schema.objectOf(scope));
    }
  }

  async #fields(scope: QueryScope, use: FieldUse, sobject?: string): Promise<readonly string[]> {
    const object = sobject ? await this.#catalog.object(sobject) : await this.#schema.objectOf(scope);
    return object ? fieldCandidates(object, use) : [];
  }

  async #parentFields(
    expected: Expectation,
    scope: QueryScope,
    parents: readonly string[],
  ): Promise<readonly string[]> {
    if (expected.kind !== 'fields') return [];
    const { sobject } = expected;
    const base = sobject ? await this.#catalog.object(sobject) : await this.#schema.objectOf(scope);
    // Aliases are told by what follows them, whatever its name will be.
    const path = relativePath(scope, [...parents, '']).slice(0, -1);
    const object = base && (await this.#schema.follow(base, path));
    return object ? fieldCandidates(object, expected.use) : [];
  }

  async #parentObjects(scope: QueryScope, path: readonly string[]): Promise<readonly string[]> {
    const object = await this.#schema.objectOf(scope);
    const names = relativePath(scope, [...path, '']).slice(0, -1);
    const owner = object && (await this.#schema.follow(object, names.slice(0, -1)));
    return (owner && relation(owner, names.at(-1) ?? '')?.referenceTo) ?? [];
  }

  async #values(scope: QueryScope, path: readonly string[], operator: string): Promise<readonly string[]> {
    if (/^recordtype$/i.test(path.at(-2) ?? '')) {
      const base = await this.#schema.objectOf(scope);
      const owner = base && (await this.#schema.follow(base, relativePath(scope, path).slice(0, -2)));
      return owner ? recordTypeCandidates(owner, path.at(-1) ?? '') : [];
    }
    const field = await this.#schema.field(scope, path);
    return field ? valueCandidates(field, operator) : [];
  }
}

function childRelationships(object: SObjectDefinition | undefined): readonly string[] {
  return (object?.childRelationships ?? [])
    .flatMap(({ relationshipName, deprecatedAndHidden }) =>
      relationshipName && !deprecatedAndHidden ? [relationshipName] : [],
    )
    .sort((one, other) => one.localeCompare(other));
}

function polymorphicParents(object: SObjectDefinition | undefined): readonly string[] {
  return (object?.fields ?? []).flatMap(({ relationshipName, referenceTo = [] }) =>
    relationshipName && referenceTo.length > 1 ? [relationshipName] : [],
  );
}

function scopes(object: SObjectDefinition | undefined): readonly string[] {
  return object?.supportedScopes?.map(({ name }) => name) ?? SCOPES;
}

function startsWith(candidate: string, typed: string): boolean {
  return candidate.toLowerCase().startsWith(typed.toLowerCase());
}

/** Words of the language in lower case for those who write them so; what is in quotes is no word. */
function inCaseOf(typed: string, candidates: readonly string[]): readonly string[] {
  if (!/^[^A-Z']*[a-z][^A-Z']*$/.test(typed)) return candidates;
  return candidates.map((candidate) => (candidate.startsWith("'") ? candidate : candidate.toLowerCase()));
}
