import { Field, Id } from 'nestjs-salesforce';

/** What every record has; entities extend it. */
export abstract class AuditedRecord {
  @Id() readonly id!: string;
  @Field({ readOnly: true }) readonly createdDate!: Date;
  @Field({ readOnly: true }) readonly lastModifiedDate!: Date;
}
