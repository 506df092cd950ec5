import { ApiProperty } from '@nestjs/swagger';

/** What is shown of every record. */
export class RecordDto {
  @ApiProperty({ description: 'Salesforce id, 18 characters' })
  readonly id!: string;
}

/** A record as others refer to it. */
export class NamedRecordDto extends RecordDto {
  @ApiProperty()
  readonly name!: string;
}
