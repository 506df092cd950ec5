import { Field, Id, SObject } from 'nestjs-salesforce';

@SObject()
export class User {
  @Id() readonly id!: string;
  @Field({ readOnly: true }) readonly name!: string;
  @Field() email!: string;
}
