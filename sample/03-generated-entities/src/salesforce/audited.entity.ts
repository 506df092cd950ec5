import { Field, Id } from 'nestjs-salesforce';

/** What the org keeps of every record: who made and who changed it, and when. */
export abstract class Audited {
  @Id() readonly id!: string;
  @Field() readonly createdDate!: Date;
  @Field() readonly lastModifiedDate!: Date;
}
