import { ApiProperty, ApiPropertyOptional, IntersectionType, PartialType, PickType } from '@nestjs/swagger';
import { IsInt, IsNotEmpty, IsNumber, IsOptional, IsString, IsUrl, MaxLength, Min } from 'class-validator';
import { PageQuery } from '../common/page.query.js';
import { NamedRecordDto, RecordDto } from '../common/record.dto.js';

export class CreateAccountDto {
  @ApiProperty({ maxLength: 255, example: 'Nordlicht Windkraft' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(255)
  name!: string;

  @ApiPropertyOptional({ type: String, nullable: true, example: 'Energy' })
  @IsOptional()
  @IsString()
  industry?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, example: 'https://nordlicht.example' })
  @IsOptional()
  @IsUrl()
  website?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 40, example: '+49 40 5550123' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  phone?: string | null;

  @ApiPropertyOptional({ type: Number, nullable: true, example: 96_000_000 })
  @IsOptional()
  @IsNumber()
  annualRevenue?: number | null;

  @ApiPropertyOptional({ type: 'integer', nullable: true, minimum: 0, example: 420 })
  @IsOptional()
  @IsInt()
  @Min(0)
  numberOfEmployees?: number | null;

  @ApiPropertyOptional({ type: String, nullable: true, example: 'Hamburg' })
  @IsOptional()
  @IsString()
  billingCity?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, example: 'Germany' })
  @IsOptional()
  @IsString()
  billingCountry?: string | null;
}

export class UpdateAccountDto extends PartialType(CreateAccountDto) {}

export class FindAccountsQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Part of the name, in any case', example: 'wind' })
  @IsOptional()
  @IsString()
  search?: string;

  @ApiPropertyOptional({ example: 'Energy' })
  @IsOptional()
  @IsString()
  industry?: string;
}

/** An account in a list. */
export class AccountSummaryDto extends IntersectionType(
  RecordDto,
  PickType(CreateAccountDto, ['name', 'industry', 'billingCity', 'annualRevenue']),
) {
  @ApiProperty()
  readonly owner!: NamedRecordDto;
}

export class AccountOwnerDto extends NamedRecordDto {
  @ApiProperty({ example: 'admin@example.com' })
  readonly email!: string;
}

export class AccountContactDto extends NamedRecordDto {
  @ApiProperty({ type: String, nullable: true })
  readonly title!: string | null;

  @ApiProperty({ type: String, nullable: true })
  readonly email!: string | null;
}

/** An account with the people around it. */
export class AccountDto extends IntersectionType(RecordDto, CreateAccountDto) {
  @ApiProperty()
  readonly createdDate!: Date;

  @ApiProperty()
  readonly lastModifiedDate!: Date;

  @ApiProperty()
  readonly owner!: AccountOwnerDto;

  @ApiProperty({ type: [AccountContactDto] })
  readonly contacts!: AccountContactDto[];
}
