import { DateString, Field, Id, SObject } from 'nestjs-salesforce';

@SObject()
export class Opportunity {
  @Id() readonly id!: string;
  @Field() name!: string;
  @Field({ type: 'picklist' }) stageName!: string;
  @Field({ type: 'currency' }) amount!: number | null;
  @Field({ type: 'date' }) closeDate!: DateString;
  @Field({ readOnly: true }) readonly isClosed!: boolean;
}
