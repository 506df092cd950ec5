import {
  ApiProperty,
  ApiPropertyOptional,
  IntersectionType,
  OmitType,
  PartialType,
  PickType,
} from '@nestjs/swagger';
import { IsEmail, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';
import { PageQuery } from '../common/page.query.js';
import { NamedRecordDto, RecordDto } from '../common/record.dto.js';

export class CreateContactDto {
  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 40, example: 'Ada' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  firstName?: string | null;

  @ApiProperty({ maxLength: 80, example: 'Lindqvist' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(80)
  lastName!: string;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 128, example: 'CTO' })
  @IsOptional()
  @IsString()
  @MaxLength(128)
  title?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, format: 'email', example: 'ada@nordlicht.example' })
  @IsOptional()
  @IsEmail()
  email?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 40, example: '+49 40 5550123' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  phone?: string | null;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    description: 'Id of the account',
    example: '001Em0000000001IAA',
  })
  @IsOptional()
  @IsString()
  accountId?: string | null;
}

export class UpdateContactDto extends PartialType(CreateContactDto) {}

export class FindContactsQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Id of the account', example: '001Em0000000001IAA' })
  @IsOptional()
  @IsString()
  accountId?: string;
}

/** A contact in a list. */
export class ContactSummaryDto extends IntersectionType(
  NamedRecordDto,
  PickType(CreateContactDto, ['title', 'email']),
) {
  @ApiProperty({ type: NamedRecordDto, nullable: true })
  readonly account!: NamedRecordDto | null;
}

export class ContactAccountDto extends NamedRecordDto {
  @ApiProperty({ type: String, nullable: true, example: 'Energy' })
  readonly industry!: string | null;
}

/** A contact with the account it belongs to. */
export class ContactDto extends IntersectionType(RecordDto, OmitType(CreateContactDto, ['accountId'])) {
  @ApiProperty()
  readonly lastModifiedDate!: Date;

  @ApiProperty({ type: ContactAccountDto, nullable: true })
  readonly account!: ContactAccountDto | null;
}
