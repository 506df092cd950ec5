import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { IsInt, IsNotEmpty, IsNumber, IsOptional, IsString, IsUrl, MaxLength, Min } from 'class-validator';
import { PageQuery } from '../common/page.query.js';

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

  @ApiPropertyOptional({ type: String, nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  phone?: string | null;

  @ApiPropertyOptional({ type: Number, nullable: true })
  @IsOptional()
  @IsNumber()
  annualRevenue?: number | null;

  @ApiPropertyOptional({ type: Number, nullable: true })
  @IsOptional()
  @IsInt()
  @Min(0)
  numberOfEmployees?: number | null;

  @ApiPropertyOptional({ type: String, nullable: true })
  @IsOptional()
  @IsString()
  billingCity?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true })
  @IsOptional()
  @IsString()
  billingCountry?: string | null;
}

export class UpdateAccountDto extends PartialType(CreateAccountDto) {}

export class FindAccountsQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Part of the name' })
  @IsOptional()
  @IsString()
  search?: string;

  @ApiPropertyOptional({ example: 'Energy' })
  @IsOptional()
  @IsString()
  industry?: string;
}
