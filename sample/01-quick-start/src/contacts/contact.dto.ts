import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { IsEmail, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';
import { PageQuery } from '../common/page.query.js';

export class CreateContactDto {
  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 40 })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  firstName?: string | null;

  @ApiProperty({ maxLength: 80, example: 'Lindqvist' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(80)
  lastName!: string;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 128 })
  @IsOptional()
  @IsString()
  @MaxLength(128)
  title?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true })
  @IsOptional()
  @IsEmail()
  email?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  phone?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, description: 'Id of the account' })
  @IsOptional()
  @IsString()
  accountId?: string | null;
}

export class UpdateContactDto extends PartialType(CreateContactDto) {}

export class FindContactsQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Id of the account' })
  @IsOptional()
  @IsString()
  accountId?: string;
}
