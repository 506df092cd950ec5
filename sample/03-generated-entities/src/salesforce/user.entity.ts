import { Field, Id, SObject } from 'nestjs-salesforce';

@SObject({ deletable: false })
export class User {
  @Id() readonly id!: string;

  /** Full Name */
  @Field({ length: 121, readOnly: true, nillable: false, label: 'Full Name' }) readonly name!: string;

  @Field({ type: 'email', length: 128, nillable: false }) email!: string;
  @Field({ label: 'Active' }) isActive!: boolean;
}
