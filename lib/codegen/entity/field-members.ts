import type { NamingStrategy } from '../../metadata/naming-strategy.js';
import type { InspectOptions } from '../inspect-options.interface.js';
import type { MemberModel } from '../model/member.model.js';
import type { EntityPlan, FieldPlan } from '../plan/entity-plan.interface.js';
import { docsOf } from './docs.js';
import { fieldDecorator } from './field-decorator.js';
import { fieldOptions, isWritableField } from './field-options.js';
import { propertyType } from './property-type.js';
import { swaggerDecorators } from './swagger-decorators.js';
import { validatorDecorators } from './validator-decorators.js';

/** Makes the properties of one entity's fields. */
export class FieldMembers {
  readonly #entity: EntityPlan;
  readonly #strategy: NamingStrategy;
  readonly #options: InspectOptions;

  constructor(entity: EntityPlan, strategy: NamingStrategy, options: InspectOptions) {
    this.#entity = entity;
    this.#strategy = strategy;
    this.#options = options;
  }

  /** `@Id() readonly id!: string` */
  id(): MemberModel {
    return {
      key: 'field Id',
      name: 'id',
      docs: [],
      decorators: [{ name: 'Id', args: [] }, ...(this.#options.swagger ? swaggerDecorators('id') : [])],
      readonly: true,
      optional: false,
      type: 'string',
    };
  }

  field(plan: FieldPlan): MemberModel {
    const { key, property, field } = plan;
    const options = fieldOptions(plan, this.#strategy);
    return {
      key,
      name: property,
      docs: docsOf(field.label, field.inlineHelpText, [property, this.#entity.className]),
      decorators: [
        fieldDecorator(plan, options, this.#options.decoratorMetadata !== false),
        ...(this.#options.validators ? validatorDecorators(plan) : []),
        ...(this.#options.swagger ? swaggerDecorators(plan) : []),
      ],
      readonly: !isWritableField(field),
      optional: false,
      type: propertyType(plan),
    };
  }
}
